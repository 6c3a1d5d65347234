package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerPort;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a Gateway of Istio may say. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateGateway, validateServer, validateServerPort, validateServerBind}.
 */
final class IstioGatewayRules {
    private static final DocumentPath SERVERS =
            DocumentPath.root().field("spec").field("servers");

    private final ManifestIssues issues;
    /** Whether Istio made the object of a Gateway of the Gateway API. */
    private final boolean converted;

    private IstioGatewayRules(boolean converted, ManifestIssues issues) {
        this.converted = converted;
        this.issues = issues;
    }

    static void check(IstioGateway gateway, ManifestIssues issues) {
        String semantics = gateway.metadata().annotations().getOrDefault("internal.istio.io/gateway-semantics", "");
        IstioGatewayRules rules = new IstioGatewayRules(semantics.equals("gateway"), issues);
        if (!rules.converted) {
            DocumentPath name = DocumentPath.root().field("metadata").field("name");
            DnsNames.checkLabel(gateway.metadata().name(), name, issues);
        }
        List<Server> servers = gateway.spec().servers();
        if (servers.isEmpty()) {
            issues.error(IssueCode.TOO_FEW_ITEMS, SERVERS, "has no server", "add one");
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < servers.size(); i++) {
            rules.check(servers.get(i), SERVERS.index(i));
            String name = servers.get(i).port().name();
            if (!names.add(name)) {
                String message = IssueText.quote(name) + " is already the name of another port";
                DocumentPath at = SERVERS.index(i).field("port").field("name");
                issues.error(IssueCode.DUPLICATE_ITEM, at, message, "rename one of them");
            }
        }
    }

    private void check(Server server, DocumentPath path) {
        if (server.hosts().isEmpty()) {
            issues.error(IssueCode.TOO_FEW_ITEMS, path.field("hosts"), "has no host", "add one, or \"*\" for all");
        }
        for (int i = 0; i < server.hosts().size(); i++) {
            HostScopes.checkGatewayHost(
                    server.hosts().get(i), converted, path.field("hosts").index(i), issues);
        }
        String bind = server.bind().orElse("");
        boolean socket = bind.startsWith(Addresses.UNIX);
        boolean port = checkPort(server.port(), socket, path.field("port"));
        if (socket) {
            Addresses.checkSocket(bind, path.field("bind"), issues);
        } else if (!bind.isEmpty()) {
            Addresses.checkIp(bind, path.field("bind"), issues);
        }
        server.tls().ifPresent(tls -> checkTls(tls, server.port().protocol(), path.field("tls")));
        if (port) {
            checkTlsOfProtocol(server, path);
        }
    }

    /** {@return whether the port itself is right} */
    private boolean checkPort(ServerPort port, boolean socket, DocumentPath path) {
        Protocols.check(port.protocol(), path.field("protocol"), issues);
        if (!socket) {
            Quantities.checkPort(port.number(), path.field("number"), issues);
        } else if (port.number() != 0) {
            String message = "must be 0 because bind names a socket but was " + port.number();
            issues.error(IssueCode.PORT_INVALID, path.field("number"), message, "use 0");
        }
        int target = port.targetPort().orElse(0);
        if (target != 0) {
            String message = "has no effect at a gateway";
            issues.error(IssueCode.FIELD_WITHOUT_EFFECT, path.field("targetPort"), message, "remove it");
        }
        if (port.name().isEmpty()) {
            issues.error(IssueCode.TEXT_TOO_SHORT, path.field("name"), "must not be empty", "add a name");
        }
        boolean number = socket && port.number() == 0 || Quantities.isPort(port.number());
        return number
                && Protocols.isKnown(port.protocol())
                && target == 0
                && !port.name().isEmpty();
    }

    private void checkTls(ServerTlsSettings tls, String protocol, DocumentPath path) {
        ServerTlsRules.check(tls, path, issues);
        if (tls.httpsRedirect().orElse(false) && !Protocols.isHttp(protocol)) {
            String message = "redirects only requests in plain HTTP, not those of " + IssueText.quote(protocol);
            issues.warning(
                    IssueCode.FIELD_WITHOUT_EFFECT, path.field("httpsRedirect"), message, "move it to an HTTP port");
        }
    }

    private void checkTlsOfProtocol(Server server, DocumentPath path) {
        String protocol = server.port().protocol();
        if (Protocols.isTls(protocol)) {
            if (server.tls().isEmpty()) {
                String message = "protocol " + protocol + " needs tls";
                issues.error(IssueCode.TLS_PROTOCOL_MISMATCH, path, message, "add tls or use a plain protocol");
            }
        } else if (server.tls().isPresent()) {
            boolean redirect = Protocols.isHttp(protocol)
                    && server.isPassthrough()
                    && !hasFiles(server.tls().get());
            if (!redirect) {
                String message = "must not be set because protocol " + protocol + " is not encrypted";
                String hint = "use HTTPS or TLS; only httpsRedirect may be set for plain HTTP";
                issues.error(IssueCode.TLS_PROTOCOL_MISMATCH, path.field("tls"), message, hint);
            }
        }
    }

    private static boolean hasFiles(ServerTlsSettings tls) {
        return ClientTlsRules.isSet(tls.caCertificates())
                || ClientTlsRules.isSet(tls.privateKey())
                || ClientTlsRules.isSet(tls.serverCertificate());
    }
}
