package org.cairn.bundle.sign;

/// A signature or an attestation of time that cannot be made or taken; never says anything of keys.
public final class SigningException extends Exception {

    /// The file or the password is not the right one.
    public static final String KEY_UNREADABLE = "keyUnreadable";
    /// There is no private key with a certificate in the file, or more than one.
    public static final String NO_SINGLE_KEY = "noSingleKey";
    /// A kind of key that readers of PDF do not know.
    public static final String KEY_UNSUPPORTED = "keyUnsupported";
    /// The certificate belongs to another key.
    public static final String KEY_AND_CERTIFICATE = "keyAndCertificate";
    /// More than the room that was kept for it.
    public static final String TOO_LARGE = "tooLarge";
    /// The file bears no signature, or one that is broken.
    public static final String NOT_SIGNED = "notSigned";
    /// The file is signed already.
    public static final String SIGNED_ALREADY = "signedAlready";
    /// The file's signature does not hold, or leaves some of the file out.
    public static final String SIGNATURE_BROKEN = "signatureBroken";
    /// What should be a request is none.
    public static final String NOT_A_REQUEST = "notARequest";
    /// What should be a reply is none.
    public static final String NOT_A_REPLY = "notAReply";
    /// The authority refused.
    public static final String TIME_REFUSED = "timeRefused";
    /// The reply is to another request.
    public static final String TIME_OF_ANOTHER = "timeOfAnother";
    /// The request was about another file, or about the file as it was before.
    public static final String TIME_OF_ANOTHER_FILE = "timeOfAnotherFile";
    /// The authority's own signature or certificate is not sound.
    public static final String TIME_UNSOUND = "timeUnsound";

    private static final long serialVersionUID = 1L;

    private final String reasonCode;

    SigningException(String reasonCode) {
        super(reasonCode);
        this.reasonCode = reasonCode;
    }

    /// That a request was about something else.
    public static SigningException ofAnotherFile() {
        return new SigningException(TIME_OF_ANOTHER_FILE);
    }

    /// Why, as a code that message files explain.
    public String reasonCode() {
        return reasonCode;
    }
}
