package org.cairn.ui.common;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Puts the keyboard where one goes on, without reaching for the mouse.
public final class Focus {

    private Focus() {}

    /// On a node, as soon as it is on the screen: what scrolls takes its content in only when it is first laid out.
    public static void on(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        node.sceneProperty().addListener(new ChangeListener<@Nullable Scene>() {
            @Override
            public void changed(
                    ObservableValue<? extends @Nullable Scene> scene, @Nullable Scene was, @Nullable Scene is) {
                if (is != null) {
                    node.sceneProperty().removeListener(this);
                    Platform.runLater(node::requestFocus);
                }
            }
        });
    }

    /// Lays a page out anew, after which whoever works with the keyboard is still on the button that they pressed.
    ///
    /// @param page what is laid out
    public static void kept(Node page, Runnable laying) {
        String focused = Optional.ofNullable(page.getScene())
                .map(Scene::getFocusOwner)
                .map(Node::getId)
                .orElse("");
        laying.run();
        if (!focused.isEmpty()) {
            Optional.ofNullable(page.lookup("#" + focused)).ifPresent(Node::requestFocus);
        }
    }
}
