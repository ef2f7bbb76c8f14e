"""Constructions that say how many, or which, of a kind fulfil a condition."""

LIST = "l:listed+"
ITEM_LIST = "l:item ( ( and | unknown | dash | measures )* l:item )*"  # with what each is about: O8 Q&A, O17 E-Service
EXCEPT = (
    f"q:not? all ( g:class | m:counted ) sc:scope? c:condition+ except only? {LIST}",
    f"c:condition+ all ( g:class | m:counted ) sc:scope? except only? {LIST}",
)
EVERY = (
    "g:class sc:scope q:not? all m:counted c:condition+",
    "q:not? all ( g:class | m:counted ) sc:scope? c:condition+",
    "c:condition+ all ( g:class | m:counted )",
    "g:class sc:scope? c:condition+ all $",
    "g:class sc:scope? all c:condition+ $",
)
NONE = (
    "z:none g:class? m:counted sc:scope? c:condition+",
    "z:none g:class sc:scope? c:condition+",
)
COUNT = (
    f"g:items sc:scope? c:got sc:scope? ( only | equals )* m:count-i equals? {ITEM_LIST}",
    f"g:items sc:scope? c:got equals {ITEM_LIST}",
    "g:items sc:instrument c:got equals? p:percent ( all | items )* $",
    f"g:items c:got d:indicator ( only | all | equals | sum )* ( m:count-i )? equals? {ITEM_LIST}",
    "g:items c:got d:indicator ( only | all | equals | sum )* m:count-i",
    f"d:indicator only? g:items c:got only? m:count-i equals? {LIST}",
    "d:indicator only? g:items c:got only? m:count-i",
    f"d:indicator only? g:items c:got equals {LIST}",
    f"g:class sc:scope? c:condition+ sc:scope? ( only | all | equals | sum )* m:counted only? equals {LIST}",
    f"only? m:counted sc:scope? c:condition+ equals? {LIST}",
    "g:class sc:scope? c:condition+ ( only | all | equals | sum )* m:counted equals? p:percent",
    "g:class sc:scope? c:condition+ sc:scope? ( only | all | equals | sum )* m:counted",
    "g:class sc:scope? c:condition+ equals? ( p:percent | p:half | p:share )",
    "g:class only? m:counted sc:scope? c:condition+",
    "( p:percent | p:half | p:share ) g:class sc:scope? c:condition+",
    "g:class sc:scope? ( p:half | p:share ) c:condition+",
    f"c:condition+ only? all? m:counted equals {LIST}",
)
ONLY = (
    f"g:class sc:scope? c:condition+ ( equals | o:only | o:all )+ {LIST}",
    f"g:class sc:scope? c:condition+ {LIST} o:only $",
    f"{LIST} b:only c:condition+",
    "g:class sc:scope? c:condition+ equals? l:listed o:only m:counted",
    f"o:only {LIST} ( m:counted )? only? c:condition+",
)
SINGLE = "l:named becomes ( m:counted | g:class o:only ) c:condition+"  # เป็นเครื่องมือเดียวที่คะแนนลดลง
FREE = ("c:condition+ only? all? m:counted", "only? m:counted g:class? sc:scope? c:condition+")
ITEMS = "l:item ( and l:item )* ( unknown | dash )* c:got"
ITEMS_FULL = "l:item ( and? l:item )* ( unknown | dash )* ( c:full | c:points )"

# ลดลง 3 ตัวชี้วัด (ตัวชี้วัดที่ 2, 6 และ 8)
IN_PARENTHESES = "( g:class sc:scope? )? c:condition+ ( only | all | equals | sum )* m:counted l:listed+"
# ที่ลดลงจากปีก่อน ได้แก่ ตัวชี้วัดที่ 2 และ 7
SET = "c:condition+ o:equals? l:listed+"
# รายการที่ได้คะแนนเป็น 0 มี 2 รายการ คือ O21 และ O28
ZERO = f"c:zero ( m:count-m | m:count-i | equals )* {ITEM_LIST}"
