package io.eastwest.pki;

import io.eastwest.architecture.ModuleRules;

class ArchitectureTest extends ModuleRules {
    ArchitectureTest() {
        super(
                "io.eastwest.pki",
                "io.eastwest.model..",
                "org.bouncycastle..",
                "com.fasterxml.jackson.databind..",
                "javax.security.auth.x500");
    }
}
