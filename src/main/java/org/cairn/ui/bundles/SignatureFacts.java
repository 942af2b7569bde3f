package org.cairn.ui.bundles;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeSaid;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// What the signatures of a file say, in the words of the report of a check.
final class SignatureFacts extends VBox {

    private static final double NAMES = 230;

    private final Words words;
    private final Messages bundle;

    SignatureFacts(Words words, List<SignatureSaid> signatures) {
        super(10);
        this.words = words;
        this.bundle = words.of("bundle");
        setId("signature-facts");
        if (signatures.isEmpty()) {
            getChildren().add(Headed.quiet(bundle.text("checked.unsigned")));
        }
        for (int i = 0; i < signatures.size(); i++) {
            Label heading = new Label(bundle.text("checked.signature", i + 1));
            heading.getStyleClass().add("field-name");
            getChildren().addAll(heading, facts(signatures.get(i)));
        }
    }

    private Node facts(SignatureSaid said) {
        GridPane facts = new GridPane(12, 6);
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        add(facts, "checked.signedBy", own(said.subject()));
        add(facts, "checked.issuer", said.selfIssued() ? plain(bundle.text("checked.selfIssued")) : own(said.issuer()));
        add(facts, "checked.certificate", exact(said.certificate().hex()));
        add(facts, "checked.sound", plain(bundle.text(said.sound() ? "checked.yes" : "checked.no")));
        add(facts, "checked.whole", plain(bundle.text(said.wholeFile() ? "checked.yes" : "checked.no")));
        said.claimed().ifPresent(time -> add(facts, "checked.claimed", plain(words.moment(time))));
        add(
                facts,
                "checked.attested",
                plain(said.attested().map(this::attested).orElseGet(() -> bundle.text("checked.notAttested"))));
        said.attested().ifPresent(time -> {
            add(facts, "checked.authority", own(time.authority()));
            add(facts, "checked.authorityCertificate", exact(time.certificate().hex()));
        });
        return facts;
    }

    private String attested(TimeSaid time) {
        return time.fits() ? words.moment(time.at()) : bundle.text("checked.ofSomethingElse", words.moment(time.at()));
    }

    private void add(GridPane facts, String key, Node value) {
        Label name = Headed.quiet(bundle.text(key));
        facts.addRow(facts.getRowCount(), name, value);
        GridPane.setValignment(name, VPos.TOP);
    }

    private static Label plain(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// Names come from certificates of others, in whatever letters.
    private static Label own(String text) {
        return Direction.own(plain(text));
    }

    private static Label exact(String hex) {
        Label label = plain(hex);
        label.getStyleClass().add("mono");
        label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return label;
    }
}
