package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.cairn.domain.CrimeElement;
import org.cairn.ui.common.Words;
import org.cairn.ui.search.ElementsOffered.Offered;
import org.junit.jupiter.api.Test;

/// An element is found by its code and by words of it, in the person's language.
class ElementsOfferedTest {

    private static final List<CrimeElement> KNOWN = List.of(
            new CrimeElement("PAL.ACT", "PALERMO", "3(a)", false),
            new CrimeElement("PAL.PURP", "PALERMO", "3(a)", false),
            new CrimeElement("PAL.ACT.1", "PALERMO", "3(a)", true),
            new CrimeElement("RS7h.2", "ROME", "7(1)(h)", false));

    private static List<String> matching(Locale language, String typed) {
        return new ElementsOffered(KNOWN, new Words(language, ZoneOffset.UTC))
                .matching(typed).stream().map(Offered::code).toList();
    }

    @Test
    void offersAllInTheOrderOfTheLawWhileNothingIsTyped() {
        assertThat(matching(Locale.ENGLISH, " ")).containsExactly("PAL.ACT", "PAL.PURP", "PAL.ACT.1", "RS7h.2");
    }

    @Test
    void putsTheCodeThatWasTypedFirst() {
        assertThat(matching(Locale.ENGLISH, "pal.act")).containsExactly("PAL.ACT", "PAL.ACT.1");
        assertThat(matching(Locale.ENGLISH, "element:pal.act.1")).containsExactly("PAL.ACT.1");
    }

    @Test
    void findsByWordsInAnyOrderAndWithoutAccents() {
        assertThat(matching(Locale.ENGLISH, "removed purpose")).containsExactly("PAL.PURP");
        assertThat(matching(Locale.FRENCH, "prelever BUT")).containsExactly("PAL.PURP");
        assertThat(matching(Locale.ENGLISH, "rome statute")).containsExactly("RS7h.2");
        assertThat(matching(Locale.ENGLISH, "nothing like it")).isEmpty();
    }
}
