/// Dates as people say them, in the languages and calendars they say them in: understood as EDTF and the days between
/// which they lie, and said back in words.
///
/// The words are in `resources/dates`, a file for each language; the grammar is one for all. Knows no record and no
/// screen, and never what day it is: the day on which something was said is passed in.
@NullMarked
package org.cairn.dates;

import org.jspecify.annotations.NullMarked;
