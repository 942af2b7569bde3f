/// Makes the files of the sample archive, the same bytes each time, from the papers under `src/test/resources/sample`.
///
/// Everything it draws and writes is invented and says so. It knows nothing of archives: what the files are called
/// and what they mean stands in `resources/sample/evidence.json`.
@NullMarked
package org.cairn.sample;

import org.jspecify.annotations.NullMarked;
