/** Who trusts whom? Root and intermediate authorities, trust bundles, rotation plans and chain verification. */
module io.eastwest.pki {
    requires transitive io.eastwest.model;
    requires com.fasterxml.jackson.databind;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.eastwest.pki;
    exports io.eastwest.pki.authority;
    exports io.eastwest.pki.bundle;
    exports io.eastwest.pki.certmanager;
    exports io.eastwest.pki.finding;
    exports io.eastwest.pki.identity;
    exports io.eastwest.pki.key;
    exports io.eastwest.pki.pem;
    exports io.eastwest.pki.rotation;
    exports io.eastwest.pki.verification;
}
