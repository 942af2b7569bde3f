package org.cairn.ui.medical;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// The steps of a medical record that are forms.
final class Steps {

    private static final List<String> CONSENTS = List.of("MED_EXAM", "PHOTO_BODY");

    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final ExaminationViewModel model;
    private final Entries entries;
    private final FieldMaker fields;

    Steps(Desk desk, ExaminationViewModel model) {
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("medical");
        this.model = model;
        this.entries = model.entries();
        this.fields = new FieldMaker(words, entries, "med-");
    }

    Node of(String step) {
        return switch (step) {
            case "case" -> caseStep();
            case "history" -> texts("history", "BACKGROUND", "ALLEGATIONS", "SYMPTOMS", "PHYSICAL_EXAMINATION");
            case "mind" -> texts("mind", "PSYCHOLOGICAL_HISTORY", "PSYCHOLOGICAL_EXAMINATION", "CONSULTATIONS");
            case "tests" -> tests();
            case "inside" -> inside();
            case "special" -> special();
            default -> judgement();
        };
    }

    private Node page(String step, String line, Node... content) {
        VBox page = new VBox(16, Headed.heading(area.text("step." + step)));
        if (!line.isEmpty()) {
            page.getChildren().add(Headed.quiet(area.text(line)));
        }
        page.getChildren().addAll(content);
        page.getStyleClass().add("step");
        return Headed.scrolling(page);
    }

    private Node caseStep() {
        CodePicker<Protection> protection =
                new CodePicker<>("med-protection", List.of(Protection.values()), words::protection);
        protection.valueProperty().bindBidirectional(model.protectionProperty());
        FuzzyDateField date = new FuzzyDateField("med-date", words);
        date.valueProperty().bindBidirectional(model.dateProperty());
        Entries clinician = entries.group("clinician");
        FieldMaker who = new FieldMaker(words, clinician, "med-clinician-");
        return page(
                "case",
                "line.case",
                Headed.card(
                        area.text("report.case"),
                        fields.line("title", model.titleProperty()),
                        FieldMaker.columns(
                                2,
                                fields.code("examination", "examination-kind"),
                                fields.line("witness", model.witnessProperty()),
                                FieldRow.of(area.text("field.date"), date, date.typing()),
                                FieldRow.of(area.text("field.protection"), protection),
                                fields.line("place"),
                                fields.line("minutes"),
                                fields.line("interpreter"),
                                fields.line("requestedBy")),
                        fields.lines("present", 2),
                        fields.ticks("consentScopes", "consent-scope", CONSENTS)),
                Headed.card(
                        area.text("field.clinician"),
                        FieldMaker.columns(
                                2,
                                who.line("name", "clinician"),
                                who.line("registration"),
                                language(),
                                fields.line("marking")),
                        section("QUALIFICATIONS", 3),
                        section("VERACITY", 3)));
    }

    private FieldRow language() {
        LanguagePicker picker = new LanguagePicker("med-language", words);
        String now = entries.typed("language").get();
        picker.setValue(new LanguageTag(now.isEmpty() ? "und" : now));
        picker.valueProperty().subscribe(tag -> {
            if (tag != null) {
                entries.typed("language").set(tag.tag());
            }
        });
        return FieldRow.of(area.text("field.language"), picker);
    }

    private FieldRow section(String code, int rows) {
        return fields.area(
                words.vocabulary("medical-section", code),
                "section-" + code,
                entries.group("sections").typed(code),
                rows);
    }

    private Node texts(String step, String... codes) {
        List<Node> areas = new ArrayList<>();
        for (String code : codes) {
            areas.add(section(code, 5));
        }
        return page(step, step.equals("history") ? "line.history" : "", areas.toArray(Node[]::new));
    }

    /// A list of groups, each on a card of its own, with a button that adds one.
    private Node list(String name, String adding, String removing, BiFunction<Entries, Integer, Node[]> card) {
        ObservableList<Entries> items = entries.list(name);
        VBox box = new VBox(12);
        Button add = Glyphs.button("med-" + name + "-add", Material2AL.ADD, adding, () -> items.add(Entries.blank()));
        Runnable redraw = () -> {
            box.getChildren().clear();
            for (int i = 0; i < items.size(); i++) {
                Entries item = items.get(i);
                VBox one = Headed.card("", card.apply(item, i + 1));
                Button away = Glyphs.button(
                        "med-" + name + "-remove-" + (i + 1),
                        Material2AL.DELETE_OUTLINE,
                        removing,
                        () -> items.remove(item));
                one.getChildren().add(away);
                box.getChildren().add(one);
            }
            box.getChildren().add(add);
        };
        items.addListener((ListChangeListener<Entries>) change -> redraw.run());
        redraw.run();
        return box;
    }

    private Node tests() {
        return page(
                "tests",
                "line.tests",
                list("tests", area.text("tests.add"), area.text("tests.remove"), (item, number) -> {
                    FieldMaker test = new FieldMaker(words, item, "med-test-" + number + "-");
                    return new Node[] {
                        FieldMaker.columns(
                                2,
                                test.code("test", "detention-test"),
                                test.date("date", "when"),
                                test.line("facility"),
                                test.line("byWhom")),
                        FieldMaker.columns(
                                3, test.answer("explanation"), test.answer("consent"), test.answer("result")),
                        test.area("notTested", 2),
                        test.area("followed", 2),
                        test.line("note")
                    };
                }));
    }

    private Node inside() {
        Entries imaging = entries.group("imaging");
        FieldMaker now = new FieldMaker(words, imaging, "med-imaging-");
        return page(
                "inside",
                "line.inside",
                Headed.card(
                        area.text("report.imaging"),
                        now.ticks("methods", "imaging-method", Vocabulary.codes("imaging-method")),
                        FieldMaker.columns(
                                2,
                                now.date("date", "when"),
                                now.line("facility"),
                                kidney(imaging, "left", "leftKidney"),
                                kidney(imaging, "right", "rightKidney"),
                                now.answer("clips"),
                                now.answer("agenesisExcluded")),
                        now.area("agenesisHow", 2),
                        now.area("report", 3),
                        new PhotoRow(desk, imaging.codes("files"), "med-imaging-files", "IMAGING")),
                titled(area.text("report.laboratory")),
                list("laboratory", area.text("lab.add"), area.text("lab.remove"), this::laboratory),
                section("DIAGNOSTIC_TESTS", 3));
    }

    private static Label titled(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("card-title");
        return title;
    }

    private VBox kidney(Entries imaging, String side, String label) {
        FieldMaker kidney = new FieldMaker(words, imaging.group(side), "med-imaging-" + side + "-");
        FieldRow state = kidney.code("state", "kidney-state", label);
        return new VBox(6, state, kidney.line("lengthMm"));
    }

    private Node[] laboratory(Entries item, Integer number) {
        FieldMaker lab = new FieldMaker(words, item, "med-lab-" + number + "-");
        return new Node[] {
            FieldMaker.columns(
                    4,
                    lab.code("loinc", "analyte", "analyte"),
                    lab.line("value"),
                    lab.code("unit", "unit"),
                    lab.line("result", "resultWords")),
            FieldMaker.columns(
                    4, lab.line("low"), lab.line("high"), lab.code("specimen", "specimen"), lab.date("date", "when")),
            Headed.quiet(area.text("lab.wrong"))
        };
    }

    private Node special() {
        FieldMaker body = new FieldMaker(words, entries.group("postMortem"), "med-body-");
        Entries course = entries.group("recipient");
        FieldMaker recipient = new FieldMaker(words, course, "med-recipient-");
        return page(
                "special",
                "",
                Headed.card(
                        area.text("report.postMortem"),
                        FieldMaker.columns(
                                2,
                                body.date("died"),
                                body.line("causeGiven"),
                                body.answer("autopsy"),
                                body.line("autopsyBy"),
                                body.date("autopsyDate"),
                                body.code("body", "body-fate"),
                                body.answer("familyAccess")),
                        body.lines("organsAbsent", 2),
                        body.area("incision", 2),
                        body.area("suturing", 2),
                        body.area("note", 2)),
                Headed.card(
                        area.text("report.recipient"),
                        FieldMaker.columns(
                                2,
                                recipient.line("organ"),
                                recipient.date("listed"),
                                recipient.date("offered"),
                                recipient.line("waitingDays"),
                                recipient.date("operated"),
                                recipient.answer("prescheduled"),
                                price(course, "quoted"),
                                price(course, "paid"),
                                recipient.line("facility"),
                                recipient.line("aftercareCountry")),
                        recipient.area("donorTold", 2),
                        recipient.area("matching", 2),
                        recipient.area("note", 2)));
    }

    private Node price(Entries course, String name) {
        FieldMaker price = new FieldMaker(words, course.group(name), "med-recipient-" + name + "-");
        VBox box = new VBox(4, new Label(area.text("field." + name)));
        box.getChildren().add(FieldMaker.columns(2, price.line("amount"), price.line("currency")));
        return box;
    }

    private Node judgement() {
        Entries clinician = entries.group("clinician");
        FieldMaker who = new FieldMaker(words, clinician, "med-clinician-");
        return page(
                "judgement",
                "line.judgement",
                section("INTERPRETATION", 6),
                FieldMaker.columns(2, fields.code("overall", "consistency"), fields.line("overallWith")),
                list("diagnoses", area.text("diagnosis.add"), area.text("diagnosis.remove"), (item, number) -> {
                    FieldMaker diagnosis = new FieldMaker(words, item, "med-diagnosis-" + number + "-");
                    return new Node[] {
                        FieldMaker.columns(
                                2, diagnosis.code("code", "diagnosis", "icd"), diagnosis.line("text", "description"))
                    };
                }),
                section("CONCLUSIONS", 5),
                section("RECOMMENDATIONS", 3),
                Headed.card(
                        words.vocabulary("medical-section", "RESTRICTIONS"),
                        fields.ticks("restrictions", "exam-restriction", Vocabulary.codes("exam-restriction")),
                        section("RESTRICTIONS", 2)),
                fields.lines("sources", 2),
                section("ANNEXES", 2),
                Headed.card(
                        area.text("report.signature"),
                        FieldMaker.columns(2, who.date("signed"), who.line("place", "signedPlace"))));
    }
}
