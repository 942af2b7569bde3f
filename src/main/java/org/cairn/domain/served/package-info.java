/// What becomes of a bundle on its way out: findings before, rules after, what was written.
@NullMarked
package org.cairn.domain.served;

import org.jspecify.annotations.NullMarked;
