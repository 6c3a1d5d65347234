package io.eastwest.pki.verification;

import io.eastwest.pki.bundle.CacertsFiles;
import java.util.Arrays;
import java.util.List;

/** The two layouts of the directory; tls.crt decides. */
enum Layout {
    ISTIO(CacertsFiles.CA_CERT, CacertsFiles.CA_KEY, CacertsFiles.ROOT_CERT, CacertsFiles.CERT_CHAIN),
    CERT_MANAGER(CacertsFiles.TLS_CERT, CacertsFiles.TLS_KEY, CacertsFiles.TLS_ROOT, CacertsFiles.TLS_CERT);

    private final String signer;
    private final String key;
    private final String root;
    private final String chain;

    Layout(String signer, String key, String root, String chain) {
        this.signer = signer;
        this.key = key;
        this.root = root;
        this.chain = chain;
    }

    static Layout of(CacertsFiles files) {
        return files.isTlsLayout() ? CERT_MANAGER : ISTIO;
    }

    List<String> required() {
        return this == ISTIO ? List.of(signer, key, chain, root) : List.of(signer, key, root);
    }

    String signerName() {
        return signer;
    }

    String keyName() {
        return key;
    }

    String rootName() {
        return root;
    }

    String chainName() {
        return chain;
    }

    byte[] signer(CacertsFiles files) {
        return files.content(signer).orElseThrow();
    }

    byte[] key(CacertsFiles files) {
        return files.content(key).orElseThrow();
    }

    byte[] roots(CacertsFiles files) {
        return files.content(root).orElseThrow();
    }

    /** Chain files are joined with a newline where one lacks it. */
    byte[] chain(CacertsFiles files) {
        byte[] first = files.content(chain).orElseThrow();
        if (this == ISTIO) {
            return first;
        }
        byte[] second = roots(files);
        byte[] joined = Arrays.copyOf(first, first.length + 1 + second.length);
        joined[first.length] = '\n';
        System.arraycopy(second, 0, joined, first.length + 1, second.length);
        return joined;
    }
}
