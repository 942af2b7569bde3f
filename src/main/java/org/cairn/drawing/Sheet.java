package org.cairn.drawing;

/// One sheet as it can be looked at.
///
/// @param name empty where it has none
/// @param rows how many can be shown
/// @param columns how many can be shown
/// @param leftwards whether its first column stands on the right
/// @param cut whether there is more than can be shown
public record Sheet(String name, int rows, int columns, boolean leftwards, boolean cut) {
    @Override
    public String toString() {
        return "Sheet " + rows + "x" + columns;
    }
}
