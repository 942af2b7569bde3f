/// How names sound, whatever script they are written in: what is written down of a person in Russian, Arabic, Chinese
/// or English is the same name, and no two clerks spell it alike.
///
/// Knows no record and no index. A sound is a few plain letters: consonants in classes that languages take for each
/// other, vowels in three.
@NullMarked
package org.cairn.names;

import org.jspecify.annotations.NullMarked;
