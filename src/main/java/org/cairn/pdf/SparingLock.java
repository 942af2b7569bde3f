package org.cairn.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.DecryptionMaterial;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.apache.pdfbox.pdmodel.encryption.ProtectionPolicy;
import org.apache.pdfbox.pdmodel.encryption.SecurityHandler;

/// Unlocks a page without what is drawn on it. The library reads the contents of whatever it unlocks, to see whether it
/// is a signature, and keeps all of them unlocked in memory.
final class SparingLock extends SecurityHandler<ProtectionPolicy> {

    private final SecurityHandler<? extends ProtectionPolicy> lock;

    /// @param lock ready to unlock
    SparingLock(SecurityHandler<? extends ProtectionPolicy> lock) {
        this.lock = lock;
    }

    @Override
    public COSBase decrypt(COSBase locked, long number, long generation) throws IOException {
        if (locked instanceof COSDictionary page
                && page.getItem(COSName.CONTENTS) instanceof COSObject drawn
                && !page.containsKey(COSName.BYTERANGE)) {
            page.removeItem(COSName.CONTENTS);
            try {
                return lock.decrypt(page, number, generation);
            } finally {
                page.setItem(COSName.CONTENTS, drawn);
            }
        }
        return lock.decrypt(locked, number, generation);
    }

    @Override
    public void decryptStream(COSStream locked, long number, long generation) throws IOException {
        lock.decryptStream(locked, number, generation);
    }

    @Override
    public void prepareForDecryption(PDEncryption encryption, COSArray id, DecryptionMaterial material)
            throws IOException {
        lock.prepareForDecryption(encryption, id, material);
    }

    @Override
    public void prepareDocumentForEncryption(PDDocument document) throws IOException {
        lock.prepareDocumentForEncryption(document);
    }
}
