package io.eastwest.model.issue;

/**
 * What kind of problem an {@link Issue} reports. Each constant says its cause, shows an example and names the fix. Names
 * are stable: programs and suppressions may rely on them.
 */
public enum IssueCode {
    /** A file or folder cannot be read. Example: a file without read permission. Fix: name a readable file or folder. */
    FILE_UNREADABLE,
    /**
     * A symbolic link leads out of the folder that is read, and is left out. Example: {@code extra.yaml -> /etc/x}. Fix:
     * copy the file into the folder.
     */
    LINK_LEAVES_ROOT,
    /** The text is larger, deeper or longer than allowed. Example: a million aliases. Fix: split it or raise the limit. */
    LIMIT_EXCEEDED,
    /** The text is not YAML 1.2 or JSON. Example: {@code a: [1, 2}. Fix: correct the syntax at the given place. */
    NOT_YAML,
    /** One object has the same field twice. Example: {@code {name: a, name: b}}. Fix: remove one of them. */
    DUPLICATE_KEY,
    /**
     * A plain word or number that YAML 1.1 tools such as kubectl read differently. Example: {@code mode: on}. Fix: quote
     * it, or write {@code true} or {@code false}.
     */
    AMBIGUOUS_SCALAR,
    /** YAML that JSON has no form for. Example: {@code <<: *base}, {@code !!set}. Fix: write the fields out. */
    UNSUPPORTED_YAML,
    /** A document is not an object with apiVersion and kind. Example: a document that is a list. Fix: remove it. */
    NOT_A_RESOURCE,
    /** The API version is not one that this kind is served as. Example: {@code networking.istio.io/v2}. Fix: use one. */
    VERSION_NOT_SERVED,
    /** A field that must be there is not. Example: a destination without host. Fix: add it. */
    MISSING_FIELD,
    /** A field that the kind does not have. Example: {@code wieght: 5}. Fix: correct the spelling or remove it. */
    UNKNOWN_FIELD,
    /**
     * A field that the kind does not have was left out, as an API server does. Example: {@code wieght: 5} in a mesh
     * that is read by a pruning reader. Fix: correct the spelling or remove it.
     */
    FIELD_PRUNED,
    /** A value has the wrong JSON type. Example: {@code host: 5}. Fix: {@code host: "5"}. */
    WRONG_TYPE,
    /** A number lies outside the range of its type. Example: {@code weight: 99999999999}. Fix: use a number in range. */
    NUMBER_OUT_OF_RANGE,
    /** A word that is none of the listed ones. Example: {@code mode: strict}. Fix: {@code mode: STRICT}. */
    UNKNOWN_ENUM_VALUE,
    /**
     * Several references of one route or policy to one object that do not tell its parts apart. Example: two
     * {@code parentRefs} that name {@code edge} alone. Fix: give each a {@code sectionName} of its own, or drop one.
     */
    PARENT_AMBIGUOUS,
    /** Two listeners that would take the same connections. Example: two of port 80 for all hosts. Fix: change one. */
    LISTENER_CONFLICT,
    /** A path that is not absolute or not in normal form. Example: {@code value: /a//b}. Fix: {@code value: /a/b}. */
    PATH_INVALID,
    /**
     * A prefix is to be replaced but the rule does not match one prefix. Example: {@code ReplacePrefixMatch} beside a
     * match of type {@code Exact}. Fix: give the rule one match of type {@code PathPrefix}.
     */
    PREFIX_NOT_MATCHED,
    /** A selector that does not select what the same object creates. Example: other labels in the template. Fix: repeat them. */
    SELECTOR_MISMATCH,
    /** A duration that cannot be read. Example: {@code timeout: 10}. Fix: {@code timeout: 10s}. */
    INVALID_DURATION,
    /** A point in time that is not RFC 3339. Example: {@code yesterday}. Fix: {@code 2026-01-01T00:00:00Z}. */
    INVALID_TIMESTAMP,
    /** Two fields of which at most one may be set. Example: {@code {exact: a, prefix: b}}. Fix: remove one of them. */
    ONEOF_CONFLICT,
    /** A reference into another namespace where only the own is taken. Example: {@code targetRefs}. Fix: remove it. */
    CROSS_NAMESPACE_REFERENCE,
    /** An object of a kind that takes one name only. Example: a ZTunnel {@code a}. Fix: name it {@code default}. */
    NAME_REFUSED,
    /** A namespace that is not the one that another field names. Example: two for one istiod. Fix: name one. */
    NAMESPACE_MISMATCH,
    /**
     * A value that its type cannot hold, for a reason that the message gives. Example: {@code bytes: a*b}, which is no
     * base64. Fix: follow the message.
     */
    INVALID_VALUE,
    /** A number is smaller or larger than the field allows. Example: {@code port: 70000}. Fix: use a number in range. */
    NUMBER_OUT_OF_BOUNDS,
    /** A text is shorter than allowed, mostly empty. Example: {@code host: ""}. Fix: give it a value or remove it. */
    TEXT_TOO_SHORT,
    /** A text is longer than allowed. Example: a name of 300 characters. Fix: shorten it. */
    TEXT_TOO_LONG,
    /** A text does not have the form of its field. Example: {@code name: My Port}. Fix: follow the form in the message. */
    TEXT_MALFORMED,
    /** A list or map has fewer entries than allowed. Example: {@code hosts: []}. Fix: add one or remove the field. */
    TOO_FEW_ITEMS,
    /** A list or map has more entries than allowed. Example: 20 {@code filters} of one rule. Fix: split it. */
    TOO_MANY_ITEMS,
    /** Two entries of a list that must differ are the same. Example: two ports of one name. Fix: remove one of them. */
    DUPLICATE_ITEM,
    /** Two fields or values that do not go together. Example: {@code selector} and {@code targetRefs}. Fix: drop one. */
    FIELD_CONFLICT,
    /** A field that nothing takes any more, or not here. Example: {@code egressProxy}. Fix: remove it. */
    FIELD_WITHOUT_EFFECT,
    /** Not a DNS name, or a wildcard where none is taken. Example: {@code host: a_b.com}. Fix: use a DNS name. */
    HOST_INVALID,
    /** A port that is not 1 to 65535. Example: {@code number: 0}. Fix: use a port in range. */
    PORT_INVALID,
    /** Not an IP address or CIDR block. Example: {@code 10.0.0.0/40}. Fix: use {@code 10.0.0.0/8}. */
    ADDRESS_INVALID,
    /** Not a label, label name or label value. Example: {@code app: "a b"}. Fix: letters, digits, {@code -_.}. */
    LABEL_INVALID,
    /** A regular expression that RE2 does not take. Example: {@code (?=a)}. Fix: use RE2 syntax. */
    REGEX_INVALID,
    /** A weight below zero. Example: {@code weight: -5}. Fix: {@code weight: 5}. */
    WEIGHT_NEGATIVE,
    /** Several destinations and none has a weight. Example: two of {@code weight: 0}. Fix: give one of them a weight. */
    WEIGHTS_ZERO,
    /** An object that sets none of its fields. Example: {@code trafficPolicy: {}}. Fix: set a field or remove it. */
    OBJECT_EMPTY,
    /** A field that goes away. Example: {@code mirrorPercent}. Fix: use the field that the message names. */
    FIELD_DEPRECATED,
    /** A field that Istio has but does not implement. Example: {@code exponentialDelay}. Fix: remove it. */
    FIELD_UNSUPPORTED,
    /** Not the name or value of a header. Example: {@code x-share: 50%}. Fix: {@code x-share: 50%%}. */
    HEADER_INVALID,
    /** A protocol that Istio does not know. Example: {@code protocol: HTTP3}. Fix: use one of those in the message. */
    PROTOCOL_UNKNOWN,
    /** Not a namespace that an object can be shown to. Example: {@code exportTo: ["*", shop]}. Fix: {@code ["*"]}. */
    EXPORT_TO_INVALID,
    /** A selector without labels, which selects everything. Example: {@code selector: {}}. Fix: add labels or remove it. */
    SELECTOR_EMPTY,
    /** A regular name of a Gateway in an outdated form. Example: {@code edge.shop.svc}. Fix: {@code shop/edge}. */
    GATEWAY_NAME_LEGACY,
    /** Two hosts of one object, of which one lies in the other. Example: {@code [a.com, "*.com"]}. Fix: remove one. */
    HOSTS_OVERLAP,
    /** A host of a match that no host of the object covers. Example: {@code sniHosts: [b]} of host a. Fix: add the host. */
    HOST_NOT_COVERED,
    /**
     * Routing by a claim of a token inside of the mesh. Example: {@code headers: {"@request.auth.claims.sub": ...}}
     * with gateway {@code mesh}. Fix: bind the VirtualService to gateways only.
     */
    CLAIM_ROUTE_IN_MESH,
    /** A rule that no request reaches. Example: any rule after one without {@code match}. Fix: reorder or remove it. */
    RULE_UNREACHABLE,
    /** A match that earlier ones leave nothing to. Example: prefix {@code /ab} after {@code /a}. Fix: reorder them. */
    MATCH_INEFFECTIVE,
    /** Failover that never starts. Example: {@code failover} without {@code outlierDetection}. Fix: add it. */
    FAILOVER_WITHOUT_OUTLIER_DETECTION,
    /** Shares of localities that are not a whole. Example: {@code to: {a: 50, b: 40}}. Fix: let them sum up to 100. */
    LOCALITY_WEIGHTS_NOT_100,
    /** Two localities, of which one lies in the other. Example: {@code a/*} and {@code a/b}. Fix: remove one of them. */
    LOCALITY_OVERLAP,
    /** Not a locality. Example: {@code from: "region//subzone"}. Fix: write region, zone and subzone. */
    LOCALITY_INVALID,
    /** TLS without a certificate or key. Example: {@code mode: MUTUAL} alone. Fix: add it or {@code credentialName}. */
    TLS_CERTIFICATE_MISSING,
    /** Two settings of TLS that exclude each other. Example: {@code credentialName} beside a key. Fix: remove one. */
    TLS_SETTINGS_CONFLICT,
    /** A certificate that nothing uses. Example: {@code credentialName} in mode PASSTHROUGH. Fix: remove it. */
    TLS_CERTIFICATE_IGNORED,
    /** A cipher suite that is not used, or none that fits. Example: {@code cipherSuites: [RC4]}. Fix: use another. */
    CIPHER_SUITE_IGNORED,
    /** A port whose protocol and TLS settings do not fit. Example: HTTPS without {@code tls}. Fix: add or remove it. */
    TLS_PROTOCOL_MISMATCH,
    /** What the resolution of a ServiceEntry does not take. Example: CIDR with DNS. Fix: change one of them. */
    RESOLUTION_CONFLICT,
    /** An endpoint that names only its network. Example: {@code {network: n1}}. Fix: add {@code address} if it has one. */
    ENDPOINT_WITHOUT_ADDRESS,
    /** A port of an endpoint that its ServiceEntry does not have. Example: {@code ports: {typo: 80}}. Fix: rename it. */
    ENDPOINT_PORT_UNKNOWN,
    /** TCP traffic that cannot be told apart by host. Example: two hosts of one TCP port. Fix: use an entry for each. */
    HOSTS_SHARE_TCP_PORT,
    /** A TCP port of a host without address. Example: no {@code addresses} and port 3306. Fix: add {@code addresses}. */
    TCP_PORT_WITHOUT_ADDRESS,
    /**
     * A listener of a Sidecar that must be the only or last one. Example: an {@code egress} entry without {@code port}
     * before one with it. Fix: give it a port, or move it to the end.
     */
    CATCH_ALL_LISTENER_MISPLACED,
    /** An API of Envoy that changes with every release. Example: any EnvoyFilter. Fix: use another API if there is one. */
    INTERNAL_API,
    /** A match of an EnvoyFilter that does not fit what it patches. Example: {@code cluster} for a LISTENER. Fix: drop it. */
    PATCH_MATCH_MISFIT,
    /** A VirtualService without rules. Example: {@code spec: {hosts: [a]}}. Fix: add {@code http}, {@code tls} or {@code tcp}. */
    RULES_MISSING,
    /** A rule that says nothing to do. Example: a rule with {@code match} alone. Fix: add a {@code route}. */
    ACTION_MISSING,
    /** Two actions of which one rule takes only one. Example: {@code redirect} beside {@code route}. Fix: remove one. */
    ACTION_CONFLICT,
    /** What a delegate must not have. Example: {@code gateways} without {@code hosts}. Fix: remove it or add hosts. */
    DELEGATE_CONFLICT,
    /** A duration that is not whole milliseconds above zero. Example: {@code timeout: 1500us}. Fix: {@code 2ms}. */
    DURATION_TOO_FINE,
    /** A name of an object or a namespace that its kind does not take. Example: {@code name: My_App}. Fix: {@code my-app}. */
    NAME_INVALID,
    /**
     * An annotation with a malformed key, or one that the object must not have or not with that value. Example: {@code
     * istio.io/dry-run} on a Gateway. Fix: remove it or correct it.
     */
    ANNOTATION_INVALID,
    /** A finalizer that nobody can own, or two that contradict. Example: {@code cleanup}. Fix: {@code acme.com/cleanup}. */
    FINALIZER_INVALID,
    /** What a policy cannot be about. Example: {@code targetRefs} to a ConfigMap. Fix: name a Gateway or a Service. */
    TARGET_INVALID,
    /** A condition that there is not. Example: {@code key: request.time}. Fix: use one of those in the message. */
    CONDITION_UNKNOWN,
    /** A condition that the action cannot look at. Example: {@code principals} with CUSTOM. Fix: use ALLOW or DENY. */
    CONDITION_UNSUPPORTED,
    /** Not a service account. Example: {@code serviceAccounts: [shop/*]}. Fix: {@code shop/web}. */
    SERVICE_ACCOUNT_INVALID,
    /** Not a trust domain, or a pattern of one. Example: {@code trustDomains: [a.*.b]}. Fix: {@code a.*}. */
    TRUST_DOMAIN_INVALID,
    /** A path with a template that cannot be matched. Example: {@code /a{*}}. Fix: {@code /{*}}. */
    PATH_TEMPLATE_INVALID,
    /** A DENY rule that looks at HTTP only and so denies all of TCP. Example: {@code paths} alone. Fix: add {@code ports}. */
    DENIES_ALL_TCP,
    /** Not a URL that the field takes. Example: {@code jwksUri: ftp://a/b}. Fix: {@code https://a/b}. */
    URL_INVALID,
    /** Not a set of JSON Web Keys. Example: {@code jwks: "{}"}. Fix: write {@code {"keys": [...]}}. */
    JWKS_INVALID,
    /** A secret key where public ones are enough. Example: a key with {@code d}. Fix: publish the public key only. */
    JWKS_SECRET,
    /** Not an expression of the Common Expression Language. Example: {@code a = b}. Fix: {@code a == b}. */
    CEL_INVALID,
    /** Not a host and a port. Example: {@code discoveryAddress: istiod}. Fix: {@code istiod.istio-system.svc:15012}. */
    HOST_PORT_INVALID,
    /** A curve that is left out. Example: {@code ecdhCurves: [P-1]}. Fix: name each curve that Envoy has once. */
    ECDH_CURVE_IGNORED,
    /** A provider that does not work when it is used. Example: {@code zipkin: {}}. Fix: give it a service and a port. */
    PROVIDER_INVALID,
    /** An owner that is none, or a second controller. Example: {@code uid: ""}. Fix: name one object that exists. */
    OWNER_INVALID,
    /** A folder of a mesh has no topology. Example: no {@code topology.yaml}. Fix: add it. */
    TOPOLOGY_MISSING,
    /** Two parts of the topology contradict each other. Example: two clusters of one name. Fix: change one of them. */
    TOPOLOGY_CONFLICT,
    /** The topology names a cluster that it does not list. Example: {@code discovers: [typo]}. Fix: list or correct it. */
    CLUSTER_UNKNOWN,
    /**
     * A folder {@code clusters/<name>} has no entry in the topology. Example: {@code clusters/east} and a topology of
     * {@code west} alone. Fix: add the entry or remove the folder.
     */
    CLUSTER_NOT_IN_TOPOLOGY,
    /**
     * The topology lists a cluster without a folder of manifests. Example: {@code clusters: [{name: east}]} and no
     * {@code clusters/east}. Fix: add {@code clusters/<name>} or drop the entry.
     */
    CLUSTER_WITHOUT_MANIFESTS,
    /** One cluster holds the same object twice. Example: two files with one VirtualService. Fix: remove one of them. */
    DUPLICATE_RESOURCE,

    /**
     * Two sources of the mesh configuration of one cluster give a setting different values. Example: ConfigMap
     * {@code istio} and a Sail {@code Istio} with another {@code trustDomain}. Fix: give both the same value.
     */
    MESH_CONFIG_CONFLICT,

    /**
     * A remote secret, or one of its keys, does not lead to a cluster. Example: a key that is no cluster of the topology.
     * Fix: name each cluster once, with a kubeconfig that istiod takes.
     */
    REMOTE_SECRET_IGNORED,

    /**
     * A ServiceEntry selects workloads of one name in several clusters, of which istiod keeps one by chance. Example:
     * pods {@code db-0} of two StatefulSets. Fix: select by a label that only one of them has.
     */
    SELECTED_WORKLOADS_COLLIDE,

    /**
     * A Service is labelled as gateway of a network but has none of the ports of one. Example: only port 443. Fix: add
     * port 15443, or name the port by label {@code networking.istio.io/gatewayPort}.
     */
    NETWORK_GATEWAY_WITHOUT_PORT,

    /**
     * A VirtualService routes or mirrors to a host that no Service or ServiceEntry has which its namespace sees (IST0101).
     * Example: {@code host: reviwes}. Fix: correct the host or add the service.
     */
    HOST_NOT_FOUND,
    /** A destination names a port that its service lacks (IST0101). Example: port 81 of a service with 80. Fix: use 80. */
    PORT_NOT_FOUND,
    /** A subset that no DestinationRule of the host defines (IST0101). Example: {@code subset: v3}. Fix: define it there. */
    SUBSET_UNKNOWN,
    /** A VirtualService names a Gateway that does not exist (IST0101). Example: {@code gateways: [web]}. Fix: add it. */
    GATEWAY_NOT_FOUND,
    /**
     * Several VirtualServices define one host for the same sidecars (IST0109). Example: two for {@code reviews}, both
     * exported to all namespaces. Fix: merge them into one.
     */
    MESH_HOST_CONFLICT,
    /**
     * A destination without a port although the service has several (IST0112). Example: {@code destination: {host:
     * web}} where {@code web} has ports 80 and 443. Fix: name one by {@code port.number}.
     */
    DESTINATION_PORT_REQUIRED,
    /**
     * TLS without {@code caCertificates}, so that any server is taken (IST0128). Example: {@code tls: {mode: SIMPLE}}.
     * Fix: add {@code caCertificates}.
     */
    SERVER_NOT_VERIFIED,
    /**
     * As SERVER_NOT_VERIFIED, in {@code portLevelSettings} (IST0129). Example: {@code tls: {mode: SIMPLE}} of port 443.
     * Fix: add {@code caCertificates} there.
     */
    SERVER_NOT_VERIFIED_ON_PORT,
    /**
     * A Gateway takes none of the hosts of a VirtualService that names it (IST0132). Example: {@code a.com} at a Gateway
     * for {@code b.com}. Fix: add the host to the Gateway.
     */
    HOST_NOT_IN_GATEWAY,
    /**
     * A VirtualService of a gateway routes to a whole host of which another VirtualService splits the subsets
     * (IST0140). That split counts for sidecars only. Example: {@code destination: {host: web}} behind a gateway while
     * {@code v1} and {@code v2} share the calls of sidecars. Fix: name the subsets in the VirtualService of the
     * gateway.
     */
    SUBSET_WITHOUT_EFFECT_AT_GATEWAY,
    /**
     * A match on claims of a JWT at a gateway without RequestAuthentication (IST0149), so that the claims are never
     * known. Example: {@code headers: {"@request.auth.claims.sub": ...}} at such a gateway. Fix: add a
     * RequestAuthentication for the pods of the gateway.
     */
    JWT_CLAIMS_UNAVAILABLE,
    /**
     * A VirtualService names a Gateway that Istio made of a Gateway API one (IST0165). Example: {@code gateways:
     * [edge~istio-autogenerated-k8s-gateway~http]}. Fix: use an HTTPRoute.
     */
    INTERNAL_GATEWAY_REFERENCED,
    /** No workload has the labels of a subset (IST0173). Example: {@code version: v9}. Fix: correct the labels. */
    SUBSET_SELECTS_NOTHING,
    /** The host of a DestinationRule is no service (IST0174). Example: {@code host: reviwes}. Fix: correct the host. */
    DESTINATION_RULE_HOST_UNKNOWN,
    /** A selector that no pod answers (IST0101). Example: {@code istio: ingres}. Fix: correct the labels. */
    SELECTOR_WITHOUT_PODS,
    /**
     * A Gateway names a Secret that its pods cannot have (IST0101). Example: {@code credentialName: shop-cert} in
     * namespace {@code shop} for pods in {@code istio-ingress}. Fix: put it into the namespace of the pods.
     */
    CREDENTIAL_NOT_FOUND,
    /** A policy names a namespace that does not exist (IST0101). Example: {@code namespaces: [shp]}. Fix: correct it. */
    NAMESPACE_NOT_FOUND,
    /** A feature that Istio gives up (IST0002). Example: {@code fault.delay.percent}. Fix: use what the message names. */
    FEATURE_DEPRECATED,
    /**
     * A namespace that says nothing about injection and gets none (IST0102). Example: a Namespace without labels. Fix:
     * label it {@code istio-injection}.
     */
    NAMESPACE_NOT_INJECTED,
    /**
     * A pod without sidecar in a namespace that is injected (IST0103). Example: a pod that was made before its
     * namespace got the label. Fix: restart the pod.
     */
    PROXY_MISSING,
    /** An annotation of Istio where it has no effect (IST0107). Example: one for pods on a Deployment. Fix: move it. */
    ANNOTATION_MISPLACED,
    /**
     * An annotation that looks like one of Istio but is none (IST0108). Example: {@code sidecar.istio.io/injekt}. Fix:
     * correct the name.
     */
    ANNOTATION_UNKNOWN,
    /** Several Sidecars select one pod (IST0110). Example: {@code app: a} and {@code version: v1}. Fix: keep one. */
    SIDECAR_SELECTORS_OVERLAP,
    /**
     * Several Sidecars of one namespace have no selector (IST0111). Example: Sidecars {@code default} and {@code other}
     * of namespace {@code shop}. Fix: keep one.
     */
    SIDECARS_WITHOUT_SELECTOR,
    /**
     * Services of one Deployment use one port with different transports (IST0116). Example: port 53 as TCP in one
     * Service and as UDP in another. Fix: use one protocol per port.
     */
    PORT_PROTOCOL_CONFLICT,
    /** A port whose protocol is not said and so detected (IST0118). Example: {@code name: web}. Fix: {@code http-web}. */
    PORT_PROTOCOL_UNKNOWN,
    /**
     * Labels of a namespace that ask for different data planes (IST0123). Example: {@code istio-injection: enabled}
     * beside {@code istio.io/rev: canary}. Fix: keep one of them.
     */
    INJECTION_LABELS_CONFLICT,
    /** The mesh networks name a registry that is no cluster (IST0126). Example: {@code fromRegistry: C1}. Fix: correct it. */
    NETWORK_REGISTRY_UNKNOWN,
    /**
     * An AuthorizationPolicy without a workload of the mesh to apply to (IST0127). Example: {@code matchLabels: {app:
     * wbe}}. Fix: correct the selector.
     */
    POLICY_WITHOUT_WORKLOADS,
    /**
     * A TCP port of a ServiceEntry without addresses (IST0134). Example: port 3306 of protocol {@code TCP} and no
     * {@code addresses}. Fix: add {@code addresses}.
     */
    SERVICE_ENTRY_ADDRESS_REQUIRED,
    /** An annotation that Istio gives up (IST0135). Example: {@code sidecar.istio.io/inject}. Fix: use the label. */
    ANNOTATION_DEPRECATED,
    /**
     * Services of one Deployment reach one target port from different ports (IST0137). Example: {@code targetPort:
     * 8080} of port 80 in one Service and of port 90 in another. Fix: use one port.
     */
    TARGET_PORT_CONFLICT,
    /**
     * Gateways of the same pods show one certificate, so that HTTP/2 clients get 404 (IST0138). Example: two Gateways
     * with {@code credentialName: wildcard}. Fix: merge them.
     */
    CERTIFICATE_SHARED_BY_GATEWAYS,
    /**
     * An injection webhook that overlaps with another or calls nobody (IST0139). Example: two revisions that both
     * select {@code istio-injection: enabled}. Fix: correct selectors or Service.
     */
    INJECTOR_WEBHOOK_INVALID,
    /** An application that runs as the user of the proxy (IST0144). Example: {@code runAsUser: 1337}. Fix: another user. */
    PROXY_USER_TAKEN,
    /**
     * Gateways of the same pods take one host on one port (IST0145). Example: two Gateways with {@code hosts:
     * ["*.shop.com"]} on port 443. Fix: merge them into one.
     */
    GATEWAYS_CONFLICT,
    /**
     * A Deployment with {@code image: auto} that no webhook injects (IST0146). Example: a gateway Deployment in a
     * namespace without injection. Fix: label it for injection.
     */
    IMAGE_NOT_INJECTED,
    /**
     * A pod that still has {@code image: auto} (IST0147). Example: a gateway pod in a namespace without injection. Fix:
     * label it for injection and restart it.
     */
    IMAGE_NOT_INJECTED_IN_POD,
    /**
     * A namespace without label where the injector takes all (IST0148). Example: a Namespace without labels and {@code
     * enableNamespacesByDefault}. Fix: label it {@code istio-injection}.
     */
    NAMESPACE_INJECTED_BY_DEFAULT,
    /**
     * A port of an ExternalName Service that proxies may not forward (IST0150). Example: a port {@code name: web} of
     * {@code type: ExternalName}. Fix: name it after its protocol.
     */
    EXTERNAL_NAME_PORT_UNUSABLE,
    /**
     * A patch that refers to something without {@code priority} (IST0151). Example: {@code operation: INSERT_BEFORE} in
     * a filter without {@code priority}. Fix: set {@code priority}.
     */
    ENVOY_FILTER_ORDER_UNDEFINED,
    /** REPLACE where it does nothing (IST0152). Example: {@code applyTo: CLUSTER}. Fix: use MERGE. */
    ENVOY_FILTER_REPLACE_IGNORED,
    /** ADD where it does nothing (IST0153). Example: {@code applyTo: HTTP_ROUTE}. Fix: use MERGE. */
    ENVOY_FILTER_ADD_IGNORED,
    /** REMOVE where it does nothing (IST0154). Example: {@code applyTo: HTTP_ROUTE}. Fix: use MERGE. */
    ENVOY_FILTER_REMOVE_IGNORED,
    /**
     * As ENVOY_FILTER_ORDER_UNDEFINED, for a filter patched by proxy version (IST0155). Example: {@code operation:
     * INSERT_BEFORE} beside {@code proxyVersion}. Fix: set {@code priority}.
     */
    ENVOY_FILTER_ORDER_DEPENDS_ON_VERSION,
    /**
     * Access logging that no provider does (IST0157). Example: {@code accessLogging: [{disabled: false}]} and no
     * default in the mesh. Fix: add {@code providers}.
     */
    TELEMETRY_WITHOUT_PROVIDER,
    /**
     * Pods with another proxy image than the injector gives (IST0158). Example: a pod that was made before an upgrade.
     * Fix: restart them.
     */
    PROXY_IMAGE_OUTDATED,
    /**
     * Several Telemetries select one pod (IST0159). Example: one for {@code app: web} and one for {@code version: v1}.
     * Fix: make the selectors differ.
     */
    TELEMETRY_SELECTORS_OVERLAP,
    /**
     * Several Telemetries of one namespace have no selector (IST0160). Example: Telemetries {@code default} and {@code
     * other} of namespace {@code shop}. Fix: keep one.
     */
    TELEMETRIES_WITHOUT_SELECTOR,
    /**
     * A Secret of a Gateway without a certificate (IST0161). Example: a Secret with {@code tls.crt} alone. Fix: put PEM
     * under {@code tls.crt} and {@code tls.key}.
     */
    CREDENTIAL_UNUSABLE,
    /**
     * A port of a Gateway that no Service opens (IST0162). Example: a server on port 8443 and a Service with port 443
     * alone. Fix: add it to a Service of the gateway.
     */
    GATEWAY_PORT_NOT_EXPOSED,
    /** A webhook of Istio that cannot call its control plane (IST0163). Example: no {@code url}. Fix: set it. */
    EXTERNAL_CONTROL_PLANE_ADDRESS_INVALID,
    /**
     * A webhook of Istio that calls an IP address (IST0164). Example: {@code url: https://203.0.113.7:15017/inject}.
     * Fix: use a host name where the address may change.
     */
    EXTERNAL_CONTROL_PLANE_ADDRESS_IS_IP,
    /**
     * A selector for pods of a Gateway API Gateway (IST0166). Example: {@code selector} for the pods of Gateway {@code
     * edge}. Fix: use {@code targetRefs}.
     */
    SELECTOR_INEFFECTIVE_ON_GATEWAY,
    /**
     * A Sidecar for workloads that have no sidecar (IST0167). Example: a Sidecar in a namespace of ambient mode. Fix:
     * remove it.
     */
    SIDECAR_WITHOUT_EFFECT,
    /** Services of one name differ between clusters (IST0170). Example: other ports. Fix: apply the same Service. */
    SERVICE_DIFFERS_BETWEEN_CLUSTERS,
    /** The status says that an object was not taken (IST0171). Example: {@code Accepted: False}. Fix: follow its reason. */
    CONDITION_NEGATIVE,
    /**
     * RequestAuthentications exist, and istiod may fetch keys from anywhere (IST0175). Example: {@code jwksUri:
     * http://10.0.0.1/keys} and no {@code BLOCKED_CIDRS_IN_JWKS_URIS}. Fix: set the variable named.
     */
    JWKS_FETCH_UNRESTRICTED,
    /**
     * A definition of the Gateway API that Istio does not read (IST0176). Example: {@code tlsroutes} of release v1.4.0.
     * Fix: install a later release.
     */
    GATEWAY_API_TOO_OLD,
    /**
     * A rule for callers of a cluster that the mesh does not have. Example: source label {@code
     * topology.istio.io/cluster: cluster1} where the cluster is {@code cluster-1}. Fix: correct the name.
     */
    SOURCE_CLUSTER_UNKNOWN,
    /**
     * A subset has workloads in another network whose control plane does not define it, so that its gateway resets
     * calls. Example: subset {@code v2} is defined in {@code east} alone. Fix: apply the DestinationRule to that
     * cluster, too.
     */
    SUBSET_MISSING_IN_CLUSTER,
    /**
     * A host of a VirtualService that DNS of a cluster does not know, because the Service exists in another cluster
     * only. Example: a call from {@code west} to {@code web.shop}, whose Service is in {@code east} alone. Fix: add the
     * Service there, too.
     */
    HOST_NOT_RESOLVABLE,
    /**
     * The namespace of Istio names another network than the installation. Example: label {@code
     * topology.istio.io/network: n2} beside {@code values.global.network: n1}. Fix: give both the same name.
     */
    NETWORK_LABEL_CONFLICT,
    /**
     * A Service, or a DestinationRule with subsets, that the east-west gateway does not see. Example: {@code exportTo: [.]}
     * although callers of other networks use it. Fix: export it to the namespace of the gateway, too.
     */
    HIDDEN_FROM_EAST_WEST_GATEWAY
}
