package io.eastwest.pki;

import io.eastwest.architecture.ModuleRules;

class ArchitectureTest extends ModuleRules {
    ArchitectureTest() {
        super("io.eastwest.pki", "io.eastwest.model..", "org.bouncycastle..", "javax.security.auth.x500");
    }
}
