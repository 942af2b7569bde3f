package org.cairn.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.archive.User;
import org.cairn.domain.Role;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2MZ;

/// What can be set.
final class SettingsView extends VBox {

    private final Preferences preferences;
    private final UsersViewModel users;
    private final RecognitionCard recognition;
    private final OfficeCard office;
    private final PolicyCard policies;
    private final SynonymsViewModel synonyms;
    private final Words words;
    private final Messages area;

    SettingsView(Desk desk, UsersViewModel users) {
        this.preferences = desk.preferences();
        this.users = users;
        this.words = desk.words();
        this.area = words.of("shell");
        this.recognition = new RecognitionCard(desk);
        this.office = new OfficeCard(desk);
        this.policies = new PolicyCard(desk);
        this.synonyms = new SynonymsViewModel(desk);
        Headed page = new Headed(
                area.text("settings.title"),
                area.text("settings.line"),
                Headed.card(area.text("settings.look"), look()),
                Headed.card(area.text("settings.lock"), lock()),
                Headed.card(words.of("questions").text("screen.title"), forms(desk)),
                Headed.card(words.of("evidence").text("ocr.settings"), recognition),
                Headed.card(words.of("evidence").text("office.settings"), office),
                Headed.card(area.text("synonyms.title"), new SynonymsCard(desk.words(), synonyms)),
                Headed.card(area.text("settings.policies"), policies),
                Headed.card(area.text("settings.users"), users()));
        if (RecoveryCard.mayMake(desk)) {
            page.getChildren().add(Headed.card(area.text("settings.kit"), new RecoveryCard(desk)));
        }
        page.setId("settings");
        page.getStyleClass().add("narrow");
        getChildren().add(page);
    }

    /// Looks again at what may have changed meanwhile.
    void refresh() {
        users.refresh();
        recognition.look();
        office.look();
        policies.look();
        synonyms.refresh();
    }

    private Node look() {
        CodePicker<Locale> language =
                new CodePicker<>("settings-language", Messages.LANGUAGES, locale -> locale.getDisplayName(locale));
        language.setValue(preferences.languageProperty().get());
        language.valueProperty()
                .subscribe((was, is) -> preferences.languageProperty().set(is));
        CodePicker<Preferences.Theme> theme = new CodePicker<>(
                "settings-theme",
                List.of(Preferences.Theme.values()),
                choice -> area.text("settings.theme." + choice.name()));
        theme.setValue(preferences.themeProperty().get());
        theme.valueProperty().subscribe((was, is) -> preferences.themeProperty().set(is));
        language.setPrefWidth(240);
        theme.setPrefWidth(240);
        return new HBox(
                20,
                FieldRow.of(area.text("settings.language"), language),
                FieldRow.of(area.text("settings.theme"), theme));
    }

    private Node forms(Desk desk) {
        return new VBox(
                10,
                Headed.quiet(words.of("questions").text("screen.line")),
                Glyphs.button(
                        "settings-forms", words.of("questions").text("screen.open"), () -> desk.go(Place.of("forms"))));
    }

    private Node lock() {
        Spinner<Integer> minutes =
                new Spinner<>(1, 240, preferences.lockAfterMinutesProperty().get());
        minutes.setId("settings-lock");
        minutes.setEditable(true);
        minutes.setMaxWidth(120);
        minutes.valueProperty()
                .subscribe((was, is) -> preferences.lockAfterMinutesProperty().set(is));
        FieldRow row = FieldRow.of(area.text("settings.lockAfter"), minutes).helped(area.text("settings.lockHelp"));
        minutes.setMaxWidth(120);
        return row;
    }

    private Node users() {
        VBox list = new VBox(8);
        list.setId("settings-users");
        Runnable redraw = () ->
                list.getChildren().setAll(users.users().stream().map(this::line).toList());
        users.users().addListener((ListChangeListener<User>) change -> redraw.run());
        redraw.run();
        VBox box = new VBox(16, new Notice("settings-notice", users.toldProperty(), area), list);
        box.getChildren().add(users.mayAdd() ? form() : Headed.quiet(area.text("settings.user.ownerOnly")));
        return box;
    }

    private Node line(User user) {
        Label name = new Label(user.name());
        name.setMinWidth(140);
        name.getStyleClass().add("field-name");
        Label roles = Headed.quiet(user.roles().stream()
                .sorted()
                .map(role -> words.vocabulary("role", role.name()))
                .collect(Collectors.joining(" · ")));
        return new HBox(12, Glyphs.of(Material2MZ.PERSON_OUTLINE), name, roles);
    }

    private Node form() {
        TextField name = new TextField();
        name.setId("user-name");
        name.textProperty().bindBidirectional(users.nameProperty());
        PasswordField passphrase = new PasswordField();
        passphrase.setId("user-passphrase");
        FlowPane roles = new FlowPane(16, 8);
        for (Role role : Role.values()) {
            CheckBox tick = new CheckBox(words.vocabulary("role", role.name()));
            tick.setId("user-role-" + role.name());
            tick.selectedProperty().subscribe((was, is) -> {
                if (is) {
                    users.roles().add(role);
                } else {
                    users.roles().remove(role);
                }
            });
            users.roles().addListener((javafx.collections.SetChangeListener<Role>)
                    change -> tick.setSelected(users.roles().contains(role)));
            roles.getChildren().add(tick);
        }
        Button add = Glyphs.button("user-add", Material2MZ.PERSON_ADD_ALT_1, area.text("settings.user.add"), () -> {
            char[] typed = passphrase.getText().toCharArray();
            passphrase.clear();
            users.add(typed);
        });
        add.disableProperty().bind(users.busyProperty());
        HBox fields = new HBox(
                16,
                FieldRow.of(area.text("settings.user.name"), name),
                FieldRow.of(area.text("settings.user.passphrase"), passphrase));
        name.setPrefColumnCount(18);
        passphrase.setPrefColumnCount(24);
        return new VBox(12, fields, new Label(area.text("settings.user.roles")), roles, add);
    }
}
