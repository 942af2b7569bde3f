/// Takes other people's PDFs and pictures into a bundle, page by page, and stamps numbers on them.
///
/// What comes in may be broken or hostile: every source is read under limits, only what is needed to show its pages is
/// carried over, and nothing that runs, plays, opens or hides goes along. Must never know whose document it is, why it
/// is served or whether it may be; what it sets aside while working is sealed under a key that is never written down.
@NullMarked
package org.cairn.bundle.insert;

import org.jspecify.annotations.NullMarked;
