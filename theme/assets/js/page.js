// What every page brings: the header and the contents, the choice of light and dark, and the box in the header.
import "./frame.js";
import "./palette.js";
import "./search-box.js";
import "./share.js";
