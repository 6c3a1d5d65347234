package io.eastwest.model.schema;

import java.util.Map;
import java.util.regex.Pattern;

/** The functions that Kubernetes adds to CEL and that the definitions use. */
final class KubernetesCel {
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]{2,39}");

    private KubernetesCel() {}

    static boolean isIp(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
    }

    static boolean isUrl(String text) {
        return GoUrl.scheme(text).isPresent();
    }

    static Map<String, Object> url(String text) {
        return Map.of("scheme", GoUrl.scheme(text).orElseThrow(() -> new IllegalArgumentException(text)));
    }
}
