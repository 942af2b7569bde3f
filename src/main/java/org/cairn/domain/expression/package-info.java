/// Small conditions over the answers of a form: whether a question is shown, whether an answer can be right.
///
/// They read answers and nothing else, always end, and never do anything. Knows no form: only names and values.
@NullMarked
package org.cairn.domain.expression;

import org.jspecify.annotations.NullMarked;
