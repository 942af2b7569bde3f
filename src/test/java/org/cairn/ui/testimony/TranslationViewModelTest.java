package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A statement with an English translation, and somebody who translates it.
class TranslationViewModelTest {

    private static final LanguageTag ENGLISH = new LanguageTag("en");

    @TempDir
    private Path folder;

    private Archive archive;
    private TranslationViewModel model;

    @BeforeEach
    void translateOnce() {
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1));
        archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment);
        LanguageTag turkish = new LanguageTag("tr");
        Reference witness = archive.witnesses()
                .keep(new Witness("former-detainee", turkish, Protection.CONFIDENTIAL, false, ""), Optional.empty())
                .reference();
        StatementDraft draft = new StatementDraft(witness);
        draft.language.set(turkish);
        draft.paragraphs.setAll(new ParagraphDraft("bir"), new ParagraphDraft("iki"));
        Reference statement = archive.testimonies().keep(draft.statement("-")).reference();
        archive.testimonies()
                .translate(
                        statement,
                        new Translation(
                                ENGLISH, "TR-1", Translation.Status.DRAFT, Optional.empty(), List.of("one", "two")),
                        1);
        Revision kept = archive.records().open(statement);
        Desk desk = new Desk(
                archive,
                new DirectTasks(),
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                environment,
                place -> {});
        model = new TranslationViewModel(desk, kept, (Testimony) kept.record(), Optional.empty());
    }

    @AfterEach
    void lock() {
        archive.close();
    }

    @Test
    void goesOnWithTheTranslationIntoTheLanguageChosen() {
        model.language.set(ENGLISH);

        assertThat(model.paragraphs()).extracting(text -> text.get()).containsExactly("one", "two");
    }

    @Test
    void leavesTypedWordsAloneWhereThereIsATranslationIntoTheLanguageChosen() {
        model.paragraphs().getFirst().set("The first");

        model.language.set(ENGLISH);

        assertThat(model.paragraphs()).extracting(text -> text.get()).containsExactly("The first", "");
        assertThat(model.toldProperty().get()).isNotNull();
    }
}
