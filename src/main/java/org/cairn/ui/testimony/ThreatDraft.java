package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.RiskAssessment;

/// One threat while it is being described: what, how likely, how grave, what is done.
final class ThreatDraft {

    private static final int MIDDLE = 3;

    final StringProperty what = new SimpleStringProperty("");
    final StringProperty measures = new SimpleStringProperty("");
    final ObjectProperty<Integer> likelihood = new SimpleObjectProperty<>(MIDDLE);
    final ObjectProperty<Integer> impact = new SimpleObjectProperty<>(MIDDLE);

    /// What it amounts to, once it says what threatens.
    Optional<RiskAssessment.Threat> threat() {
        if (what.get().isBlank()) {
            return Optional.empty();
        }
        List<String> done = measures.get().isBlank()
                ? List.of()
                : List.of(measures.get().strip().split("\\s*[;؛]\\s*"));
        return Optional.of(new RiskAssessment.Threat(what.get().strip(), likelihood.get(), impact.get(), done));
    }
}
