package org.cairn;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import javafx.scene.image.Image;

/// What the program must never do, for the test that would notice it. Never called.
final class WaysOut {

    private WaysOut() {}

    static final class Address {
        Object open(URI there) throws IOException {
            return there.toURL().openConnection();
        }
    }

    static final class Channel {
        Object open() throws IOException {
            return SocketChannel.open();
        }
    }

    static final class Datagram {
        Object open() throws IOException {
            return new DatagramSocket();
        }
    }

    static final class Picture {
        Object open(String there) {
            return new Image(there);
        }
    }
}
