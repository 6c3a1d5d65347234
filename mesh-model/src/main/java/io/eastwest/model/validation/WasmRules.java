package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.extensions.TrafficExtensionSpec;
import io.eastwest.model.istio.extensions.TrafficSelector;
import io.eastwest.model.istio.extensions.TrafficSelectorPort;
import io.eastwest.model.istio.extensions.WasmEnvironmentSource;
import io.eastwest.model.istio.extensions.WasmEnvironmentVariable;
import io.eastwest.model.istio.extensions.WasmModule;
import io.eastwest.model.istio.extensions.WasmPluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What extends a proxy: a WasmPlugin, and a TrafficExtension of Wasm or Lua. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/validation.go:ValidateWasmPlugin, ValidateTrafficExtension}.
 */
final class WasmRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");
    private static final List<String> SCHEMES = List.of("", "file", "http", "https", "oci");
    private static final Pattern SHA256 = Pattern.compile("(?:[a-f0-9]{64})?");
    private static final int LONGEST_SECRET = 253;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_CODE = 65_536;

    private WasmRules() {}

    static void check(WasmPluginSpec spec, ManifestIssues issues) {
        PolicyTargets.check(spec, SPEC, issues);
        checkModule(spec, SPEC, issues);
        checkMatch(spec.match(), issues);
    }

    static void check(TrafficExtensionSpec spec, ManifestIssues issues) {
        PolicyTargets.check(spec.selector(), spec.targetRefs(), SPEC, issues);
        if (spec.wasm().isPresent() && spec.lua().isPresent()) {
            String message = "must not be set beside wasm";
            issues.error(IssueCode.ONEOF_CONFLICT, SPEC.field("lua"), message, "remove one of them");
        } else if (spec.wasm().isEmpty() && spec.lua().isEmpty()) {
            issues.error(IssueCode.MISSING_FIELD, SPEC, "has neither wasm nor lua", "add one of them");
        }
        spec.wasm().ifPresent(wasm -> checkModule(wasm, SPEC.field("wasm"), issues));
        spec.lua().ifPresent(lua -> {
            DocumentPath path = SPEC.field("lua").field("inlineCode");
            Texts.checkNotEmpty(lua.inlineCode(), path, issues);
            Texts.checkLength(lua.inlineCode(), LONGEST_CODE, path, issues);
        });
        checkMatch(spec.match(), issues);
    }

    private static void checkModule(WasmModule module, DocumentPath path, ManifestIssues issues) {
        checkUrl(module.url(), path.field("url"), issues);
        String sum = module.sha256().orElse("");
        if (!SHA256.matcher(sum).matches()) {
            String message = "must be 64 digits or letters a to f but was " + IssueText.quote(sum);
            issues.error(IssueCode.TEXT_MALFORMED, path.field("sha256"), message, "use the output of sha256sum");
        }
        Texts.checkLength(module.imagePullSecret().orElse(""), LONGEST_SECRET, path.field("imagePullSecret"), issues);
        Texts.checkLength(module.pluginName().orElse(""), LONGEST_NAME, path.field("pluginName"), issues);
        module.vmConfig()
                .ifPresent(
                        vm -> checkEnvironment(vm.env(), path.field("vmConfig").field("env"), issues));
    }

    private static void checkUrl(String url, DocumentPath path, ManifestIssues issues) {
        if (url.isEmpty()) {
            Texts.checkNotEmpty(url, path, issues);
            return;
        }
        Optional<String> scheme = GoUrl.looseScheme(url);
        if (scheme.filter(SCHEMES::contains).isEmpty()) {
            String message = "must be a URL of scheme oci, https, http or file but was " + IssueText.quote(url);
            issues.error(IssueCode.URL_INVALID, path, message, "use such as oci://registry.shop.com/plugin:1.0");
        }
    }

    private static void checkEnvironment(
            List<WasmEnvironmentVariable> variables, DocumentPath path, ManifestIssues issues) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            WasmEnvironmentVariable variable = variables.get(i);
            DocumentPath name = path.index(i).field("name");
            Texts.checkNotEmpty(variable.name(), name, issues);
            Texts.checkLength(variable.name(), LONGEST_NAME, name, issues);
            if (names.contains(variable.name())) {
                String message = "variable " + IssueText.quote(variable.name()) + " is set twice";
                issues.error(IssueCode.DUPLICATE_ITEM, name, message, "remove one of them");
            }
            names.add(variable.name());
            boolean host = variable.valueFrom().orElse(WasmEnvironmentSource.INLINE) == WasmEnvironmentSource.HOST;
            if (host && !variable.value().orElse("").isEmpty()) {
                String message = "must not be set when the value comes from HOST";
                issues.error(IssueCode.FIELD_CONFLICT, path.index(i).field("value"), message, "remove one of them");
            }
        }
    }

    private static void checkMatch(List<TrafficSelector> match, ManifestIssues issues) {
        for (int i = 0; i < match.size(); i++) {
            List<TrafficSelectorPort> ports = match.get(i).ports();
            for (int j = 0; j < ports.size(); j++) {
                DocumentPath path = SPEC.field("match").index(i).field("ports").index(j);
                Quantities.checkPort(ports.get(j).number(), path.field("number"), issues);
            }
        }
    }
}
