/// What a clinician examined, found and concluded, as values: the report of the Istanbul Protocol (2022) with its
/// findings on a drawing of the body, tests in detention, imaging, a post-mortem, a recipient's own course, and results
/// of laboratories.
///
/// Every list of codes is data under `resources/vocabularies`: what is refused here is what no list could allow, such
/// as a place outside the drawing or a value without its unit. Must never know how anything is kept, printed or shown.
@NullMarked
package org.cairn.domain.medical;

import org.jspecify.annotations.NullMarked;
