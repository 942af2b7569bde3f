package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.LanguageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long a consent holds is never read in favour of its use.
class ConsentTermsTest {

    private final ConsentTerms terms = new ConsentTerms();

    @BeforeEach
    void explain() {
        terms.readingDatesIn(Locale.ENGLISH);
        terms.explainedBy.set("interviewer 1");
        terms.language.set(new LanguageTag("en"));
        terms.mode.set(ConsentMode.SIGNED);
    }

    @Test
    void asksWhichDayIsMeantAndTakesTheNarrowerMeanwhile() {
        terms.until.set("3/5/2027");
        assertThat(terms.objection()).hasValue("consent.datesTwoWays");
        assertThat(terms.last()).hasValue(LocalDate.of(2027, 3, 5));
        terms.until.set("");
        terms.from.set("3/5/2027");
        assertThat(terms.objection()).hasValue("consent.datesTwoWays");
        assertThat(terms.first()).hasValue(LocalDate.of(2027, 5, 3));
    }

    @Test
    void asksNothingWhereOnlyOneDayCanBeMeant() {
        for (String said : new String[] {"25/5/2027", "2027-05-25", "25 May 2027", "5/5/2027"}) {
            terms.until.set(said);
            assertThat(terms.objection()).as(said).isEmpty();
            assertThat(terms.last()).hasValueSatisfying(day -> assertThat(day).hasMonth(java.time.Month.MAY));
        }
        terms.until.set("2031");
        assertThat(terms.objection()).isEmpty();
        assertThat(terms.last()).hasValue(LocalDate.of(2031, 12, 31));
    }
}
