package io.eastwest.model.validation;

/**
 * The forms that Kubernetes wants of the keys of labels and annotations, and of the values of labels. Mirrors kubernetes
 * 1.34 {@code staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go:IsQualifiedName, IsValidLabelValue}.
 */
final class LabelForm {
    static final String KEY_DESCRIPTION = "a key is a name of letters, digits, \"-\", \"_\" and \".\", 63 characters at"
            + " most, first and last a letter or digit, and may have a DNS name and \"/\" before it";
    static final String VALUE_DESCRIPTION =
            "a value is empty or made of letters, digits, \"-\", \"_\" and \".\", 63 characters at most,"
                    + " first and last a letter or digit";

    private static final int LONGEST = 63;

    private LabelForm() {}

    static boolean isKey(String key) {
        int slash = key.indexOf('/');
        boolean prefixed = slash < 0 || NameForm.DNS_SUBDOMAIN.takes(key.substring(0, slash));
        return prefixed && isName(key.substring(slash + 1));
    }

    static boolean isValue(String value) {
        return value.isEmpty() || isName(value);
    }

    private static boolean isName(String name) {
        int last = name.length() - 1;
        if (last < 0 || last >= LONGEST || !isLetter(name.charAt(0)) || !isLetter(name.charAt(last))) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
