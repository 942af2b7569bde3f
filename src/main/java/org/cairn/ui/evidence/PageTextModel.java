package org.cairn.ui.evidence;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Kept;
import org.cairn.archive.Recognition;
import org.cairn.archive.RecognitionStatus;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Transcript;
import org.cairn.domain.TypedPage;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.ui.common.Desk;
import org.jspecify.annotations.Nullable;

/// The text of the page that is looked at: who read it, a machine or a person, and a way to type it.
final class PageTextModel {

    private final Desk desk;
    private final Reference reference;
    private final int revision;
    private final java.util.function.Consumer<Throwable> otherwise;
    private final Runnable changed;
    private final ObjectProperty<@Nullable PageText> shown = new SimpleObjectProperty<>();
    private int wanted;

    /// What is known of a page's text.
    ///
    /// @param waiting how many pages of the item wait to be recognised
    record PageText(
            int page,
            String text,
            Optional<RecognisedPage> recognised,
            Optional<TypedPage> typed,
            Optional<LanguageTag> language,
            int waiting,
            RecognitionStatus status) {

        /// Whether no machine could read it well: a person should.
        boolean offered() {
            return typed.isEmpty()
                    && (text.isBlank()
                            || recognised.map(RecognisedPage::doubtful).orElse(false));
        }

        @Override
        public String toString() {
            return "PageText " + page;
        }
    }

    PageTextModel(Desk desk, Item item, java.util.function.Consumer<Throwable> otherwise, Runnable changed) {
        this.desk = desk;
        this.reference = item.revision().reference();
        this.revision = item.revision().number();
        this.otherwise = otherwise;
        this.changed = changed;
    }

    ObjectProperty<@Nullable PageText> shownProperty() {
        return shown;
    }

    /// Whether the person may type, or have pages recognised.
    boolean mayWrite() {
        return desk.archive().evidence().mayDescribe();
    }

    /// Looks at another page.
    void look(int page) {
        wanted = page;
        desk.tasks()
                .fetch(
                        () -> load(page),
                        loaded -> {
                            if (page == wanted) {
                                shown.set(loaded);
                            }
                        },
                        otherwise);
    }

    private PageText load(int page) {
        Recognition recognition = desk.archive().recognition();
        Optional<Passage> passage = desk.archive().evidence().passage(reference, page);
        Optional<TypedPage> typed = desk.archive().records().open(reference).record() instanceof EvidenceItem item
                ? item.transcript().flatMap(Transcript::typed).flatMap(pages -> pages.of(page))
                : Optional.empty();
        return new PageText(
                page,
                passage.map(Passage::text).orElse(""),
                recognition.pages(reference).stream()
                        .filter(known -> known.page() == page)
                        .findFirst(),
                typed,
                passage.flatMap(Passage::language),
                recognition.waiting(reference),
                recognition.status());
    }

    /// Keeps what was typed of the page that is looked at.
    void keep(int page, String text, LanguageTag language) {
        desk.tasks()
                .<Kept>fetch(
                        () -> desk.archive().recognition().type(reference, page, text, language, revision),
                        kept -> changed.run(),
                        otherwise);
    }

    /// Has the item recognised now, before everything else.
    void recognise() {
        desk.archive().recognition().lookAgain();
        desk.tasks()
                .start(
                        desk.words().of("evidence").text("ocr.job"),
                        progress -> desk.archive()
                                .recognition()
                                .recognise(List.of(reference), List.of(), progress, line -> {}),
                        report -> changed.run(),
                        otherwise);
    }
}
