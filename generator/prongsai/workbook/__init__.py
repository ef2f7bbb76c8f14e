"""The workbook of a year: laid out from the declaration of fields, written, read again and compared."""
