package org.cairn.ui.testimony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What a witness allows, use by use. Earlier decisions stay; the latest counts.
public final class ConsentViewModel implements StepForm {

    private static final String CHOICE = "choice.";

    private final Desk desk;
    private final Reference witness;
    private final Runnable changed;
    private final StepSaver saver;
    private final ObservableMap<String, Consent> standing = FXCollections.observableMap(new LinkedHashMap<>());
    private final ObservableMap<String, ConsentDecision> chosen = FXCollections.observableMap(new LinkedHashMap<>());
    private final ObservableList<Reference> holding = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    private final StringProperty explainedBy = new SimpleStringProperty("");
    private final StringProperty interpreter = new SimpleStringProperty("");
    private final StringProperty conditions = new SimpleStringProperty("");
    private final StringProperty recipient = new SimpleStringProperty("");
    private final ObjectProperty<ConsentMode> mode = new SimpleObjectProperty<>(ConsentMode.SIGNED);
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param changed called once decisions were kept
    public ConsentViewModel(Desk desk, Reference witness, Runnable changed) {
        this.desk = desk;
        this.witness = witness;
        this.changed = changed;
        this.saver = new StepSaver(
                desk,
                "consent/" + witness,
                this::entries,
                failure -> told.set(desk.errors().tell(failure)));
        saver.takeUp(this::fill);
        load();
    }

    /// The uses that are asked about, in order.
    public List<String> scopes() {
        return Vocabulary.codes("consent-scope");
    }

    /// The latest decision of each use.
    public ObservableMap<String, Consent> standing() {
        return standing;
    }

    /// What was chosen now and is not kept yet.
    public ObservableMap<String, ConsentDecision> chosen() {
        return chosen;
    }

    /// Bundles that hold statements whose consent was withdrawn just now.
    public ObservableList<Reference> holding() {
        return holding;
    }

    /// The language it was explained in.
    public ObjectProperty<@Nullable LanguageTag> languageProperty() {
        return language;
    }

    /// Who explained it.
    public StringProperty explainedByProperty() {
        return explainedBy;
    }

    /// Who interpreted.
    public StringProperty interpreterProperty() {
        return interpreter;
    }

    /// What must hold where something is allowed conditionally, one condition a line.
    public StringProperty conditionsProperty() {
        return conditions;
    }

    /// The one recipient it is for, or empty for any.
    public StringProperty recipientProperty() {
        return recipient;
    }

    /// How the witness expressed it.
    public ObjectProperty<ConsentMode> modeProperty() {
        return mode;
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Keeps what was chosen, each as a decision of its own.
    public void keep() {
        var words = desk.words().of("testimony");
        if (chosen.isEmpty()) {
            told.set(Told.info(words.text("consent.nothingChosen")));
            return;
        }
        if (explainedBy.get().isBlank() || language.get() == null) {
            told.set(Told.warning(words.text("consent.who"), words.text("consent.who.do")));
            return;
        }
        List<Consent> decisions = new ArrayList<>();
        for (Map.Entry<String, ConsentDecision> choice : chosen.entrySet()) {
            decisions.add(decision(choice.getKey(), choice.getValue()));
        }
        boolean withdrawn = chosen.containsValue(ConsentDecision.WITHDRAWN);
        desk.tasks()
                .fetch(
                        () -> {
                            decisions.forEach(desk.archive().witnesses()::decide);
                            return withdrawn ? bundles() : List.<Reference>of();
                        },
                        found -> {
                            chosen.clear();
                            saver.kept();
                            holding.setAll(found);
                            told.set(Told.success(words.text("consent.kept", decisions.size())));
                            load();
                            changed.run();
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    @Override
    public Runnable parting() {
        return saver.parting();
    }

    @Override
    public void close() {
        saver.close();
    }

    private Map<String, String> entries() {
        Map<String, String> all = new TreeMap<>();
        chosen.forEach((scope, decision) -> all.put(CHOICE + scope, decision.name()));
        all.put(
                "language",
                Optional.ofNullable(language.get()).map(LanguageTag::toString).orElse(""));
        all.put("explainedBy", explainedBy.get());
        all.put("interpreter", interpreter.get());
        all.put("conditions", conditions.get());
        all.put("recipient", recipient.get());
        all.put("mode", mode.get().name());
        return all;
    }

    private void fill(Map<String, String> all, Instant typedAt) {
        all.forEach((key, value) -> {
            if (key.startsWith(CHOICE)) {
                chosen.put(key.substring(CHOICE.length()), ConsentDecision.valueOf(value));
            }
        });
        String explainedIn = all.getOrDefault("language", "");
        language.set(explainedIn.isEmpty() ? null : new LanguageTag(explainedIn));
        explainedBy.set(all.getOrDefault("explainedBy", ""));
        interpreter.set(all.getOrDefault("interpreter", ""));
        conditions.set(all.getOrDefault("conditions", ""));
        recipient.set(all.getOrDefault("recipient", ""));
        mode.set(ConsentMode.valueOf(all.getOrDefault("mode", mode.get().name())));
        told.set(Told.info(
                desk.words().of("testimony").text("step.takenUp", desk.words().moment(typedAt))));
    }

    private List<Reference> bundles() {
        return desk.archive().testimonies().ofWitness(witness).stream()
                .map(Summary::reference)
                .flatMap(statement -> desk.archive().witnesses().bundlesHolding(statement).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Consent decision(String scope, ConsentDecision decision) {
        List<String> lines = decision == ConsentDecision.CONDITIONAL
                ? conditions
                        .get()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
        return new Consent(
                witness,
                Optional.empty(),
                scope,
                decision,
                Optional.of(recipient.get().strip()).filter(name -> !name.isEmpty()),
                lines,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(language.get()).orElse(LanguageTag.UNDETERMINED),
                explainedBy.get().strip(),
                Optional.of(interpreter.get().strip()).filter(name -> !name.isEmpty()),
                "",
                mode.get(),
                Optional.empty());
    }

    private void load() {
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().consents(witness),
                        revisions -> {
                            standing.clear();
                            revisions.forEach(this::stand);
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void stand(Revision revision) {
        if (revision.record() instanceof Consent consent) {
            standing.put(consent.scope(), consent);
        }
    }
}
