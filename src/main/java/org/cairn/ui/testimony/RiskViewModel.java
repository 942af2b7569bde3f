package org.cairn.ui.testimony;

import java.time.Instant;
import java.time.LocalDate;
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
import org.cairn.domain.Reference;
import org.cairn.domain.RiskAssessment;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What threatens a witness, as it is being written down; saved by itself until it is kept.
public final class RiskViewModel implements StepForm {

    private final Desk desk;
    private final Reference witness;
    private final Messages words;
    private final ObservableList<ThreatDraft> threats = FXCollections.observableArrayList(new ThreatDraft());
    private final ObjectProperty<@Nullable LocalDate> review = new SimpleObjectProperty<>();
    private final StringProperty safeContact = new SimpleStringProperty("");
    private final StringProperty never = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final StepSaver saver;

    public RiskViewModel(Desk desk, Reference witness) {
        this.desk = desk;
        this.witness = witness;
        this.words = desk.words().of("testimony");
        this.saver = new StepSaver(
                desk,
                "risk/" + witness,
                this::entries,
                failure -> told.set(desk.errors().tell(failure)));
        saver.takeUp(this::fill);
    }

    ObservableList<ThreatDraft> threats() {
        return threats;
    }

    /// When it must be looked at again.
    public ObjectProperty<@Nullable LocalDate> reviewProperty() {
        return review;
    }

    /// How the witness can be reached without harm.
    public StringProperty safeContactProperty() {
        return safeContact;
    }

    /// Ways by which the witness must never be reached, one a line.
    public StringProperty neverProperty() {
        return never;
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Room for one threat more.
    public void addThreat() {
        threats.add(new ThreatDraft());
    }

    /// Keeps the assessment.
    public void keep() {
        RiskAssessment risk = new RiskAssessment(
                witness,
                threats.stream()
                        .map(ThreatDraft::threat)
                        .flatMap(Optional::stream)
                        .toList(),
                Optional.ofNullable(review.get()),
                lines(never.get()),
                safeContact.get().strip());
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().assess(risk),
                        kept -> {
                            saver.kept();
                            told.set(Told.success(words.text("risk.kept", kept.reference())));
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

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private Map<String, String> entries() {
        Map<String, String> all = new TreeMap<>();
        all.put("threats", String.valueOf(threats.size()));
        for (int i = 0; i < threats.size(); i++) {
            ThreatDraft threat = threats.get(i);
            all.put("what." + i, threat.what.get());
            all.put("measures." + i, threat.measures.get());
            all.put("likelihood." + i, threat.likelihood.get().toString());
            all.put("impact." + i, threat.impact.get().toString());
        }
        LocalDate day = review.get();
        all.put("review", day == null ? "" : day.toString());
        all.put("safe", safeContact.get());
        all.put("never", never.get());
        return all;
    }

    private void fill(Map<String, String> all, Instant typedAt, boolean changedMeanwhile) {
        threats.clear();
        int count = Integer.parseInt(all.getOrDefault("threats", "1"));
        for (int i = 0; i < count; i++) {
            ThreatDraft threat = new ThreatDraft();
            threat.what.set(all.getOrDefault("what." + i, ""));
            threat.measures.set(all.getOrDefault("measures." + i, ""));
            threat.likelihood.set(Integer.valueOf(all.getOrDefault("likelihood." + i, "3")));
            threat.impact.set(Integer.valueOf(all.getOrDefault("impact." + i, "3")));
            threats.add(threat);
        }
        String day = all.getOrDefault("review", "");
        review.set(day.isEmpty() ? null : LocalDate.parse(day));
        safeContact.set(all.getOrDefault("safe", ""));
        never.set(all.getOrDefault("never", ""));
        told.set(StepSaver.told(desk.words(), typedAt, changedMeanwhile));
    }
}
