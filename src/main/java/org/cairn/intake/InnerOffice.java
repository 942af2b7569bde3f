package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hsmf.datatypes.NameIdChunks;
import org.apache.poi.hsmf.datatypes.PropertiesChunk;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.io.TikaInputStream;

/// An office document or message that lies in another as a folder and not as a file: Tika hands over the folder, and no
/// bytes. It is written out as the file it would be by itself.
final class InnerOffice {

    /// What a message that lies inside leaves out of the head of its properties ([MS-OXMSG] 2.4.1).
    private static final int INSIDE_HEAD = 24;

    private static final int LEFT_OUT = 8;

    private InnerOffice() {}

    /// The stream itself where it is one.
    static InputStream written(InputStream stream) throws IOException {
        return stream instanceof TikaInputStream tika && tika.getOpenContainer() instanceof DirectoryEntry folder
                ? written(folder)
                : stream;
    }

    private static InputStream written(DirectoryEntry folder) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            EntryUtils.copyNodes(folder, file.getRoot());
            file.getRoot().setStorageClsid(folder.getStorageClsid());
            if (folder.hasEntryCaseInsensitive(PropertiesChunk.NAME)) {
                message(folder, file.getRoot());
            }
            file.writeFilesystem(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }

    /// By itself a message has a longer head of its properties, and the names of those that were given names.
    private static void message(DirectoryEntry folder, DirectoryNode alone) throws IOException {
        byte[] properties;
        try (InputStream in = alone.createDocumentInputStream(PropertiesChunk.NAME)) {
            properties = in.readAllBytes();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int head = Math.min(INSIDE_HEAD, properties.length);
        whole.write(properties, 0, head);
        whole.write(new byte[LEFT_OUT]);
        whole.write(properties, head, properties.length - head);
        alone.getEntryCaseInsensitive(PropertiesChunk.NAME).delete();
        alone.createDocument(PropertiesChunk.NAME, new ByteArrayInputStream(whole.toByteArray()));
        DirectoryEntry top = folder;
        while (top.getParent() != null) {
            top = top.getParent();
        }
        if (!alone.hasEntryCaseInsensitive(NameIdChunks.NAME) && top.hasEntryCaseInsensitive(NameIdChunks.NAME)) {
            EntryUtils.copyNodeRecursively(top.getEntryCaseInsensitive(NameIdChunks.NAME), alone);
        }
    }
}
