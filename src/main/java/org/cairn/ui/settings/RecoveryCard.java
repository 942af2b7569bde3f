package org.cairn.ui.settings;

import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.VBox;
import org.cairn.archive.KitMark;
import org.cairn.domain.Role;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.cairn.ui.welcome.RecoveryKitPane;
import org.cairn.ui.welcome.RecoveryKitViewModel;

/// Which recovery kit the archive has, and making another.
final class RecoveryCard extends VBox {

    private final Desk desk;
    private final Messages words;

    RecoveryCard(Desk desk) {
        super(12);
        this.desk = desk;
        this.words = desk.words().of("shell");
        setId("settings-kit");
        look();
    }

    /// Only who holds everything can put everything on paper.
    static boolean mayMake(Desk desk) {
        return desk.archive().user().roles().containsAll(Set.of(Role.OWNER, Role.IDENTITY_CUSTODIAN));
    }

    private void look() {
        desk.tasks().fetch(() -> desk.archive().recovery().current(), this::show, failure -> {
            Told told = desk.errors().tell(failure);
            getChildren().setAll(Headed.quiet(told.what()), Headed.quiet(told.advice()));
        });
    }

    private void show(Optional<KitMark> kit) {
        getChildren()
                .setAll(
                        Headed.quiet(kit.map(mark -> words.text("settings.kit.now", mark.letters(), mark.needed()))
                                .orElseGet(() -> words.text("settings.kit.none"))),
                        Glyphs.button("settings-kit-make", words.text("settings.kit.make"), this::make));
    }

    private void make() {
        RecoveryKitViewModel model = new RecoveryKitViewModel(
                desk.archive(), desk.tasks(), desk.words(), desk.environment().random(), () -> {});
        RecoveryKitPane kit = new RecoveryKitPane(model, words, desk.tasks(), false);
        getChildren().setAll(kit);
        kit.begin();
    }
}
