/** Who trusts whom? Root and intermediate authorities, trust bundles, rotation plans and chain verification. */
module io.eastwest.pki {
    requires transitive io.eastwest.model;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;
}
