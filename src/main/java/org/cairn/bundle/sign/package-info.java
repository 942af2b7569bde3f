/// Signs a bundle as courts' readers check it (PAdES, ETSI EN 319 142-1) and has its time attested by files that are
/// carried to an authority and back; reads such signatures again.
///
/// Never goes to a network; must never know who may sign, nor where keys are kept.
@NullMarked
package org.cairn.bundle.sign;

import org.jspecify.annotations.NullMarked;
