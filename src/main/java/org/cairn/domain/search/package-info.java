/// What is asked of the archive's search and what it answers: passages, pinpoints, highlights, facets, and what was not
/// seen.
@NullMarked
package org.cairn.domain.search;

import org.jspecify.annotations.NullMarked;
