// What every page brings: the choice of light and dark, and the box in the header.
import "./palette.js";
import "./search-box.js";
