package org.cairn.app;

public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
        System.out.println("Cairn " + Runtime.version().feature());
    }
}
