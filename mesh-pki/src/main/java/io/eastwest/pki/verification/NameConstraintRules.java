package io.eastwest.pki.verification;

import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.jspecify.annotations.Nullable;

/** Name constraints: the names of every certificate below an authority are held against what it permits. */
final class NameConstraintRules {
    private static final List<Integer> CONSTRAINED = List.of(
            GeneralName.rfc822Name, GeneralName.dNSName, GeneralName.uniformResourceIdentifier, GeneralName.iPAddress);

    private NameConstraintRules() {}

    /**
     * Names and constraints that cannot be read, or a critical constraint on a kind of name that Go does not handle. What
     * passes here can be given to {@link #check}.
     */
    static Optional<TrustFinding> readable(X509Certificate certificate) {
        NameConstraints constraints;
        try {
            constraints = constraints(certificate);
            names(certificate);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return unknown(certificate, "its names or name constraints cannot be read");
        }
        if (constraints != null && isCritical(certificate)) {
            boolean known = Stream.of(constraints.getPermittedSubtrees(), constraints.getExcludedSubtrees())
                    .flatMap(NameConstraintRules::subtrees)
                    .allMatch(subtree -> CONSTRAINED.contains(subtree.getBase().getTagNo()));
            if (!known) {
                return unknown(certificate, "its name constraints limit more than DNS, URI, mail and IP names");
            }
        }
        return Optional.empty();
    }

    static Optional<TrustFinding> check(X509Certificate issuer, List<X509Certificate> below) {
        NameConstraints constraints = constraints(issuer);
        if (constraints == null) {
            return Optional.empty();
        }
        PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
        if (constraints.getPermittedSubtrees() != null) {
            validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());
        }
        subtrees(constraints.getExcludedSubtrees()).forEach(validator::addExcludedSubtree);
        for (X509Certificate certificate : below) {
            for (GeneralName name : names(certificate)) {
                if (CONSTRAINED.contains(name.getTagNo()) && !isPermitted(validator, name)) {
                    return CertificateRules.found(
                            TrustCode.PATH_NAME_CONSTRAINT,
                            issuer,
                            "its name constraints exclude "
                                    + TrustFinding.quote(name.getName().toString()) + " of "
                                    + CertificateRules.place(certificate),
                            "a name that it permits is accepted");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPermitted(PKIXNameConstraintValidator validator, GeneralName name) {
        try {
            validator.checkPermitted(name);
            validator.checkExcluded(name);
            return true;
        } catch (NameConstraintValidatorException e) {
            return false;
        }
    }

    private static Stream<GeneralSubtree> subtrees(GeneralSubtree @Nullable [] subtrees) {
        return subtrees == null ? Stream.empty() : Arrays.stream(subtrees);
    }

    private static @Nullable NameConstraints constraints(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.nameConstraints.getId());
        return extension == null
                ? null
                : NameConstraints.getInstance(
                        ASN1OctetString.getInstance(extension).getOctets());
    }

    private static List<GeneralName> names(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        return extension == null
                ? List.of()
                : new ArrayList<>(Arrays.asList(GeneralNames.getInstance(
                                ASN1OctetString.getInstance(extension).getOctets())
                        .getNames()));
    }

    private static boolean isCritical(X509Certificate certificate) {
        return certificate.getCriticalExtensionOIDs() != null
                && certificate.getCriticalExtensionOIDs().contains(Extension.nameConstraints.getId());
    }

    private static Optional<TrustFinding> unknown(X509Certificate certificate, String wrong) {
        return CertificateRules.found(
                TrustCode.PATH_UNKNOWN_EXTENSION, certificate, wrong, "issue it with constraints on those names only");
    }
}
