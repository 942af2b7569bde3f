package org.cairn.bundle.sign;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.util.Collection;
import java.util.Random;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.TimeSaid;

/// A request to a time authority (RFC 3161), written to a file and carried there by hand; it tells the authority a hash
/// and nothing else.
///
/// @param encoded the bytes of a `.tsq` file
public record TimeRequest(byte[] encoded) {

    private static final int NONCE_BITS = 64;
    private static final int HASH = 32;

    /// Asks for the time of something by its hash.
    ///
    /// @param random makes the number by which the reply is known again
    public static TimeRequest of(Fingerprint hash, Random random) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        BigInteger nonce = new BigInteger(NONCE_BITS - 1, random).setBit(NONCE_BITS - 2);
        return new TimeRequest(generator
                .generate(NISTObjectIdentifiers.id_sha256, hash.bytes(), nonce)
                .getEncoded());
    }

    /// The hash whose time is asked for.
    ///
    /// @throws SigningException when this is no request of ours
    public Fingerprint hash() throws SigningException {
        TimeStampRequest request = read();
        byte[] digest = request.getMessageImprintDigest();
        boolean known = request.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256);
        if (!known || digest.length != HASH) {
            throw new SigningException(SigningException.NOT_A_REQUEST);
        }
        return Fingerprint.ofDigest(digest);
    }

    /// What a reply to it attests.
    ///
    /// @param reply the bytes of a `.tsr` file
    /// @throws SigningException when it is to another request, a refusal, not sound, or no reply
    public TimeSaid said(byte[] reply) throws SigningException, IOException {
        TimeStampToken token = granted(reply);
        return Attestation.said(token, sound(token), true);
    }

    private TimeStampRequest read() throws SigningException {
        try {
            return new TimeStampRequest(encoded);
        } catch (IOException | RuntimeException e) {
            throw new SigningException(SigningException.NOT_A_REQUEST);
        }
    }

    /// The attestation in a reply, when it is to this request and its authority's signature is sound.
    ///
    /// @param reply the bytes of a `.tsr` file
    TimeStampToken granted(byte[] reply) throws SigningException {
        TimeStampResponse response;
        try {
            response = new TimeStampResponse(reply);
        } catch (IOException | TSPException | RuntimeException e) {
            throw new SigningException(SigningException.NOT_A_REPLY);
        }
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new SigningException(SigningException.TIME_REFUSED);
        }
        try {
            response.validate(read());
        } catch (TSPException e) {
            throw new SigningException(SigningException.TIME_OF_ANOTHER);
        }
        sound(token);
        return token;
    }

    /// The certificate is in the token, may attest times, and was valid then. Whether the authority is one that a court
    /// knows is not for a program to say.
    static X509CertificateHolder sound(TimeStampToken token) throws SigningException {
        @SuppressWarnings("unchecked") // the library's own lists know no types
        Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
        if (found.isEmpty()) {
            throw new SigningException(SigningException.TIME_UNSOUND);
        }
        X509CertificateHolder authority = found.iterator().next();
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
        } catch (TSPException | OperatorCreationException | CertificateException | RuntimeException e) {
            throw new SigningException(SigningException.TIME_UNSOUND);
        }
        return authority;
    }

    @Override
    public String toString() {
        return "TimeRequest";
    }
}
