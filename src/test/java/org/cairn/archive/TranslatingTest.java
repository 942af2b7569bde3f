package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatingTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference sealed;

    @BeforeEach
    void sealAStatement() {
        open = new OpenArchive(temp);
        sealed = open.sealedStatement("They said it would grow back.");
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void aSealedStatementCanBeTranslatedAndStaysTheSame() {
        Testimony before = (Testimony) now().record();

        open.archive.testimonies().translate(sealed, french("Ils ont dit qu’il repousserait."), now().number());

        Testimony after = (Testimony) now().record();
        assertThat(after.translations()).containsExactly(french("Ils ont dit qu’il repousserait."));
        assertThat(after.paragraphs()).isEqualTo(before.paragraphs());
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.sealed()).isTrue();
        assertThat(open.archive.custody().events(Optional.of(sealed), 0, 100))
                .extracting(event -> event.action())
                .contains("TRANSLATED");
    }

    @Test
    void aLaterTranslationIntoTheSameLanguageTakesThePlaceOfTheEarlierOneAndBothStay() {
        open.archive.testimonies().translate(sealed, french("Premier."), now().number());
        open.archive.testimonies().translate(sealed, french("Second."), now().number());

        assertThat(((Testimony) now().record()).translations()).containsExactly(french("Second."));
        assertThat(now().number()).isEqualTo(4);
    }

    @Test
    void nothingButTranslationsFollowsASealedStatement() {
        Testimony before = (Testimony) now().record();
        Testimony translated = before.translated(french("Traduit."));

        assertThat(translated.onlyAddsTo(before)).isTrue();
        assertThat(OpenArchive.testimony(before.witness(), "Otherwise.").onlyAddsTo(before))
                .isFalse();
        assertThat(OpenArchive.testimony(before.witness(), "They said it would grow back.")
                        .translated(french("Traduit."))
                        .onlyAddsTo(before))
                .as("the seal itself is not taken off")
                .isFalse();
    }

    @Test
    void refusesATranslationOfWhatChangedMeanwhile() {
        int before = now().number();
        open.archive.testimonies().translate(sealed, french("Premier."), before);

        assertThatThrownBy(() -> open.archive.testimonies().translate(sealed, french("Second."), before))
                .isInstanceOf(ArchiveException.ChangedMeanwhile.class);
    }

    @Test
    void refusesATranslationIntoTheLanguageOfTheOriginalOrLongerThanIt() {
        Translation english = new Translation(
                new LanguageTag("en"), "t", Translation.Status.DRAFT, Optional.empty(), List.of("They said."));
        Translation longer = new Translation(
                new LanguageTag("fr"), "t", Translation.Status.DRAFT, Optional.empty(), List.of("Un.", "Deux."));

        assertThatThrownBy(() -> open.archive.testimonies().translate(sealed, english, now().number()))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThatThrownBy(() -> open.archive.testimonies().translate(sealed, longer, now().number()))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void whatWasTranslatedIsFoundAndTheArchiveVerifies() {
        open.archive.testimonies().translate(sealed, french("Ils ont dit qu’il repousserait."), now().number());

        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    private Revision now() {
        return open.archive.records().open(sealed);
    }

    private static Translation french(String words) {
        return new Translation(
                new LanguageTag("fr"),
                "translator 1",
                Translation.Status.REVISED,
                Optional.of("checker 2"),
                List.of(words));
    }
}
