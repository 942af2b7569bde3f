package org.cairn.ui.common;

import java.util.Collection;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A choice of a few things shown by their names: codes of a vocabulary, levels of protection, kinds.
public final class CodePicker<T> extends ComboBox<T> {

    /// @param choices what can be chosen, in order
    /// @param name what each is called
    public CodePicker(String id, Collection<T> choices, Function<? super T, String> name) {
        setId(id);
        getItems().setAll(choices);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : name.apply(choice);
            }

            @Override
            public @Nullable T fromString(String text) {
                return getItems().stream()
                        .filter(choice -> name.apply(choice).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
    }
}
