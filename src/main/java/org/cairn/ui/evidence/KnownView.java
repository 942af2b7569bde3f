package org.cairn.ui.evidence;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.reading.ClaimedDate;
import org.cairn.domain.reading.Reading;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// What is known of an item: what it is, how it came, what its bytes are, what was read out of it.
final class KnownView extends ScrollPane {

    KnownView(Words words, ItemViewModel model, Item item) {
        Messages own = words.of("evidence");
        EvidenceItem evidence = item.evidence().orElseThrow();
        VBox is = Headed.card("");
        is.setId("known-is");
        model.describingProperty()
                .subscribe(describing -> is.getChildren()
                        .setAll(
                                title(own, model, describing),
                                describing == null
                                        ? is(words, own, item, evidence)
                                        : new DescriptionForm(words, describing)));
        VBox page = new VBox(
                14,
                is,
                Headed.card(own.text("known.came"), came(words, own, evidence)),
                evidence.physical()
                        ? Headed.card(own.text("thing.title"), thing(words, item, evidence))
                        : Headed.card(own.text("known.file"), file(own, item, evidence)));
        item.reading()
                .ifPresent(read -> page.getChildren().add(Headed.card(own.text("known.read"), read(words, own, read))));
        page.getStyleClass().add("tab-page");
        setId("known");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
    }

    private static Node title(Messages own, ItemViewModel model, @Nullable DescriptionViewModel describing) {
        Label title = new Label(own.text("known.is"));
        title.getStyleClass().add("card-title");
        HBox row = new HBox(12, title, Headed.room());
        row.setAlignment(Pos.CENTER_LEFT);
        if (describing == null && model.mayDescribe()) {
            row.getChildren()
                    .add(Glyphs.button("item-describe", Material2AL.EDIT, own.text("describe.begin"), model::describe));
        }
        return row;
    }

    private static Facts came(Words words, Messages own, EvidenceItem item) {
        return new Facts("known-came")
                .with(own.text("intake.source"), item.acquisition().source())
                .with(
                        own.text("intake.how"),
                        words.vocabulary("acquisition", item.acquisition().how()))
                .with(own.text("intake.by"), item.acquisition().by())
                .with(
                        own.text("intake.at"),
                        item.acquisition().at().map(words::date).orElse(""))
                .with(
                        own.text("intake.witness"),
                        item.witness().map(String::valueOf).orElse(""));
    }

    private static Facts is(Words words, Messages own, Item item, EvidenceItem evidence) {
        return new Facts("known-is")
                .with(own.text("column.type"), words.vocabulary("evidence-type", evidence.type()))
                .with(own.text("column.date"), dated(words, own, evidence))
                .with(
                        own.text("known.claimed"),
                        item.reading()
                                .flatMap(ClaimedDate::of)
                                .map(claim -> FileSays.day(words, claim))
                                .orElse(""))
                .with(
                        own.text("known.language"),
                        evidence.language()
                                .or(() -> item.reading().flatMap(Reading::language))
                                .map(words::language)
                                .orElse(""))
                .with(own.text("known.author"), evidence.author())
                .with(own.text("known.recipient"), evidence.recipient())
                .with(own.text("known.copy"), words.vocabulary("copy-status", evidence.copyStatus()))
                .with(own.text("column.protection"), words.protection(evidence.protection()))
                .with(own.text("known.revision"), String.valueOf(item.revision().number()))
                .with(
                        own.text("known.kept"),
                        own.text(
                                "known.keptBy",
                                words.moment(item.revision().at()),
                                item.revision().author()));
    }

    /// The words used, and how they were understood where they do not say it.
    private static String dated(Words words, Messages own, EvidenceItem evidence) {
        return evidence.date().map(words::date).orElseGet(() -> own.text("known.undated"));
    }

    private static Facts thing(Words words, Item item, EvidenceItem evidence) {
        Facts facts = new Facts("known-thing");
        ThingFacts.of(evidence, words).forEach(facts::with);
        return facts.exact(
                words.of("evidence").text("known.recordHash"),
                item.revision().hash().hex());
    }

    private static Facts file(Messages own, Item item, EvidenceItem evidence) {
        Facts facts = new Facts("known-file").with(own.text("known.fileName"), evidence.fileName());
        evidence.place().ifPresent(place -> {
            facts.with(own.text("known.place"), place.path());
            place.told().forEach((name, told) -> facts.with(Says.name(own, name), told));
        });
        return facts.with(own.text("known.size"), own.text("known.bytes", evidence.size()))
                .with(own.text("known.mediaType"), item.mediaType())
                .exact(own.text("known.fingerprint"), evidence.bytes().hex())
                .exact(own.text("known.recordHash"), item.revision().hash().hex());
    }

    private static Facts read(Words words, Messages own, Reading read) {
        Facts facts = new Facts("known-read")
                .with(
                        own.text("column.state"),
                        own.text("state." + read.status().name()))
                .with(own.text("known.pages"), read.pages() > 0 ? words.number(read.pages()) : "")
                .with(own.text("known.passages"), words.number(read.passages()));
        if (read.childrenExpected() > 0 || read.childrenFound() > 0) {
            facts.with(
                    own.text("known.inside"),
                    own.text("known.insideOf", read.childrenFound(), read.childrenExpected()));
        }
        for (Map.Entry<String, String> entry : read.metadata().entrySet()) {
            if (entry.getKey().equals(Says.REFERENCES)) {
                // what came before is shown as what it is, beside the message
                continue;
            }
            facts.with(Says.name(own, entry.getKey()), entry.getValue());
        }
        return facts;
    }
}
