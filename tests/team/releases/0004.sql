CREATE FUNCTION public.log_is_only_added_to() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$;
CREATE TABLE public.access_grant (
    id bigint NOT NULL,
    organisation bigint NOT NULL,
    person text,
    "group" text,
    may text NOT NULL,
    branch text,
    facts text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_access_grant_ck_access_grant_one_holder CHECK ((num_nonnulls(person, "group") = 1))
);
ALTER TABLE public.access_grant ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.access_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.attempt (
    key text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.comment (
    id text NOT NULL,
    thread text NOT NULL,
    author text NOT NULL,
    author_name text NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    edited_at timestamp with time zone,
    submission text
);
CREATE TABLE public.content (
    digest text NOT NULL,
    data bytea NOT NULL
);
ALTER TABLE ONLY public.content ALTER COLUMN data SET STORAGE EXTERNAL;
CREATE TABLE public.link (
    id text NOT NULL,
    digest text NOT NULL,
    organisation bigint NOT NULL,
    name text NOT NULL,
    may text NOT NULL,
    branch text,
    facts text[] NOT NULL,
    view text,
    password text,
    sites text[] DEFAULT '{}'::text[] NOT NULL,
    created_by text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    opened integer DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone
);
CREATE TABLE public.link_visit (
    digest text NOT NULL,
    link text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.log (
    chain bigint NOT NULL,
    number bigint NOT NULL,
    entry text NOT NULL,
    digest text NOT NULL
);
CREATE TABLE public.membership (
    "group" text NOT NULL,
    person text NOT NULL,
    is_claimed boolean DEFAULT false NOT NULL
);
CREATE TABLE public.mention (
    comment text NOT NULL,
    person text NOT NULL
);
CREATE TABLE public.one_time (
    digest text NOT NULL,
    purpose text NOT NULL,
    person text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.organisation (
    id bigint NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    number integer NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outbox (
    id bigint NOT NULL,
    person text NOT NULL,
    occasion text NOT NULL,
    by_name text NOT NULL,
    address text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    tries integer DEFAULT 0 NOT NULL
);
ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.person (
    id text NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    is_admin boolean DEFAULT false NOT NULL,
    password text,
    issuer text,
    subject text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone
);
CREATE TABLE public.person_group (
    id text NOT NULL,
    name text NOT NULL
);
CREATE TABLE public.presence (
    page text NOT NULL,
    process text NOT NULL,
    organisation bigint NOT NULL,
    viewer text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT ''::text NOT NULL,
    part text DEFAULT ''::text NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.recovery_code (
    person text NOT NULL,
    digest text NOT NULL
);
CREATE TABLE public.review (
    id text NOT NULL,
    organisation bigint NOT NULL,
    design text NOT NULL,
    round integer NOT NULL,
    status text NOT NULL,
    version integer NOT NULL,
    submitted_by text NOT NULL,
    submitted_name text NOT NULL,
    submitted_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.review_decision (
    review text NOT NULL,
    change text NOT NULL,
    branch text NOT NULL,
    verdict text NOT NULL,
    reason text NOT NULL,
    person text NOT NULL,
    person_name text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.second_factor (
    person text NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT '0'::bigint NOT NULL
);
CREATE TABLE public.sign_in (
    digest text NOT NULL,
    person text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    seen_at timestamp with time zone DEFAULT now() NOT NULL,
    asked_at timestamp with time zone,
    provider bytea,
    browser text DEFAULT ''::text NOT NULL,
    views_as text
);
CREATE TABLE public.thread (
    id text NOT NULL,
    organisation bigint NOT NULL,
    kind text NOT NULL,
    part text NOT NULL,
    design text DEFAULT ''::text NOT NULL,
    rule text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    resolved_at timestamp with time zone,
    resolved_by text
);
CREATE TABLE public.version (
    id bigint NOT NULL,
    organisation bigint NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    author text NOT NULL,
    author_name text NOT NULL,
    sentence text NOT NULL,
    digest text NOT NULL,
    size integer NOT NULL,
    takes_back bigint,
    submission text
);
ALTER TABLE public.version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (1, 1, '8451ebe3b00ce08dc1ca6254', NULL, 'manage', NULL, '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:08.941586+00');
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (2, 1, '441b0f87755074e6f9a32c56', NULL, 'manage', NULL, '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:08.999274+00');
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (3, 1, 'b15d52075c779d6f03dd4ec1', NULL, 'edit', 'baking', '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:09.087811+00');
INSERT INTO public.access_grant OVERRIDING SYSTEM VALUE VALUES (4, 2, '441b0f87755074e6f9a32c56', NULL, 'manage', NULL, '{assessment,attributes,cost,designs,headcount,holders,measures,private,reasons,rewards}', '2026-11-30 09:59:15.100384+00');
INSERT INTO public.alembic_version VALUES ('0004');
INSERT INTO public.comment VALUES ('e1fea8cda491d69e88fee40b', 'f11ae08f4b58361088234f9b', '441b0f87755074e6f9a32c56', 'Ana Ruiz', 'Who is at the till on Sunday, naïve as it sounds? 🍞', '2026-11-30 09:59:13.584536+00', NULL, '148f5e8b6080a0c1');
INSERT INTO public.comment VALUES ('115393ed4a0ed1eddbbcad78', 'fbc249622494f639405f73ad', 'b15d52075c779d6f03dd4ec1', 'Bea Öztürk', '@Ana Ruiz Too hot', '2026-11-30 09:59:13.709511+00', NULL, '4fcda5a820ef325d');
INSERT INTO public.content VALUES ('77806c2951cca875744606b5c3f89b7af0c3359978542d59d529e82d60851410', '\x78018590b16ec3300c44777d053fc0fd018dc9d24e1dd2bd506c5a16a28801456768a07faf28c106dca5e351f70e7722f62e851f27819285cb420f43ab8c74470baf2c4ef08e492c7c80478199312f7065745331f39a46c5b235004b3d55223905dfdb3b407611f37ebda81a80f1412cf95bc836aa545a428cbbefab8aa3ade5a8efea6e21f9dd796af2e8d5226aa527d6665ba34f554763cf2a86494b56628cc8b74a489058479c550eb0adb4ad643113e6e0fbe6492980bef94c6b126498036769f77171c9f768b5bdc1ab5f6cfd0265fe660fc7241df12fd7566ee029f83ebb985f0ab49f72');
INSERT INTO public.content VALUES ('8da2f8361438c67dae85a64e06eed5150fe88489b6a4ebee3b5fa17f42baa99f', '\x78018d52314ec43010ecfd8a7d404ee268505cde3550511c3d72ec8d635dce8eec0d05a7fc1daf4d224203e56c667666d609d12aef3e15b9e0255c86308930930e3794704fa4086fe849c20b5824e823a601ba88ca2ca29fbd6659920260c8a3acf08a85cfe53b405223a66d7a61d440c429444aef1464512d594d6e1c37de5b067b5ad9c3bc4e5d9db71bf354e09ecb41981a3e30275b13bd32da13ebae45c4c021b3428f18af59418ec65ce2ccb081b5a52c21176130395b3b1b5601d4cee7307bc208bd8b89ca5c0fcadbba9a6907b8d789cc2760cdefddcd7e53032e5f541fb0d76ddb3e3c366050bb54dea9bccc9ceb4d314c21a159b8f29f2ee526abcdc9d97aa4d5c81c9f8c6ebbe37f8cb628dfb6fca7fccc23be004e73ca04');
INSERT INTO public.content VALUES ('5c5b863c32539a766c345ec42ff4085373359c4648b8b954faeebf04d6ebec5f', '\x78018552316ec3300cdcfd0a6e5d6c204e8116d6982cedd421dd0bd9a26d218e6448748126f037fa9a6ef958453936eaa240475277e4dd51d635d2e8b3246d8d80436bfbc40e54d9130ab8789284273424e0191a24a81dfa164a87528d493d988a695e24006d680586914c7c8aef005e76e897ee81ab141cf6d6917f232b226b0c6cd25db7e05e43b186c5398c2be5519b6641ee62b9c6b21086da770cca66452f5cad81d3ac317196450646d5a13b060669ea82893d9729cc2e451439260abd6e26cf8a590093e7bd1d0ca1835a3b4fb15fb5d234d368866570993a2244c09cdfb3d3f5a4147448b4cab0ae8aa2d86c535058691fef142f33047bbdb3bdf5a846b6fcef9698c9bc66a79b29a47991ca1f555594f99f8b64e310550ae587801d4ab87e9ee9fac501a9f04704dc6d37db872ccfb3fbcd5dd860b977206b906f861e4aa490ce4de662e4269affd94f37c937c747ddf8');
INSERT INTO public.content VALUES ('d3789a57075eec126d911ee65d8b24b3ead663d156cdf645b30e81f0d6124c4b', '\x780105c1c11140400c05d0b3ade2cfb86e05db8171544110660f9b18890ba31577dad08c32bc57a3e5c54186ecc896f0de11df73455470ea2de83a93e49d3cab24001d0f2a63d0cd072d9c7098937361f18406546034f1197e56fd1ec2');
INSERT INTO public.link VALUES ('3c9e7863a2ec6143873af1bd', 'c5f1183b524b22f317886bda49ca51606a0dad942505ebe330964f7d1b5ddc60', 1, 'The board', 'read', NULL, '{}', NULL, '$argon2id$v=19$m=65536,t=3,p=4$hzdT3r8YRihyo0GCkdGM1Q$yeJVgRmzGY3tmleC3r60DJeB2ztJsGWaYZJvPXof1Kk', '{}', '441b0f87755074e6f9a32c56', '2026-11-30 09:59:09.931361+00', NULL, NULL, 0, NULL);
INSERT INTO public.link VALUES ('8cbae8a231058ecb99ec2c6d', '30d2084df6d2e3fbbdb144f3c82ea9fc092a0f8246456de9907d3641440c5f6e', 1, 'Nobody any more', 'read', NULL, '{}', NULL, NULL, '{}', '441b0f87755074e6f9a32c56', '2026-11-30 09:59:09.931361+00', NULL, '2026-11-30 09:59:09.931361+00', 0, NULL);
INSERT INTO public.log VALUES (0, 1, '{"about": {"is_admin": true, "person": "8451ebe3b00ce08dc1ca6254"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:08.931+00:00", "number": 1}', '623b6b5c0e270bdefd9901c47eb82ee0371d173ccde033c4283a9d8830f61cf2');
INSERT INTO public.log VALUES (1, 1, '{"about": {"branch": null, "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 1, "group": null, "may": "manage", "organisation": 1, "person": "8451ebe3b00ce08dc1ca6254"}, "action": "grant added", "actor": "8451ebe3b00ce08dc1ca6254", "at": "2026-11-30T09:59:08.979+00:00", "number": 1}', 'af5948b9ba6a50e3f6d118e46a6af00eb3e823c94e337cf1fbf53180c188532b');
INSERT INTO public.log VALUES (0, 2, '{"about": {"is_admin": false, "person": "441b0f87755074e6f9a32c56"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:09.003+00:00", "number": 2}', 'ce0f343cfc9b4c0104268e65e126302e1be67d2f95a12eeaf1a1ee188902e298');
INSERT INTO public.log VALUES (1, 2, '{"about": {"branch": null, "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 2, "group": null, "may": "manage", "organisation": 1, "person": "441b0f87755074e6f9a32c56"}, "action": "grant added", "actor": "", "at": "2026-11-30T09:59:09.010+00:00", "number": 2}', '31a05b4fea92d21c827040ca6c39d0fb37e57936887ae0f09b6f8c5e7be53fcd');
INSERT INTO public.log VALUES (0, 3, '{"about": {"by": "password"}, "action": "signed in", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:09.024+00:00", "number": 3}', '7bf6e012bf71b4613f089249e454ee5ba80dbb42fe2e36465b7a33c987e2de7d');
INSERT INTO public.log VALUES (0, 4, '{"about": {"is_admin": false, "person": "b15d52075c779d6f03dd4ec1"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:09.095+00:00", "number": 4}', '7c5e1d2e153b352d973215f3f76c2b632e77cd7dfd2e45026d5598bf3af91dee');
INSERT INTO public.log VALUES (1, 3, '{"about": {"branch": "baking", "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 3, "group": null, "may": "edit", "organisation": 1, "person": "b15d52075c779d6f03dd4ec1"}, "action": "grant added", "actor": "", "at": "2026-11-30T09:59:09.106+00:00", "number": 3}', '4bb1c930430cfc1c83bd12521049926ba77e951ba9f8e11213c59a6a1593c0d5');
INSERT INTO public.log VALUES (0, 5, '{"about": {"by": "password"}, "action": "signed in", "actor": "b15d52075c779d6f03dd4ec1", "at": "2026-11-30T09:59:09.110+00:00", "number": 5}', '2fdd8e9f3d1d08dc89b5a341de71fbef0db7757cc5d42bc0ce5895aa04cb5a44');
INSERT INTO public.log VALUES (0, 6, '{"about": {"person": "441b0f87755074e6f9a32c56"}, "action": "password set", "actor": "", "at": "2026-11-30T09:59:09.958+00:00", "number": 6}', 'ca94d4126493f1a0f319cd02e8cd6709d8156ef3febe88baf8ef412846cbb9e7');
INSERT INTO public.log VALUES (0, 7, '{"about": {"person": "b15d52075c779d6f03dd4ec1"}, "action": "password set", "actor": "", "at": "2026-11-30T09:59:10.636+00:00", "number": 7}', 'e010b69d425f30d035a16a94ede26d0258db5e191e2c309aa6056e5746c90a49');
INSERT INTO public.log VALUES (0, 8, '{"about": {"group": "ea09657e90ff8f2a7c57853e"}, "action": "group added", "actor": "", "at": "2026-11-30T09:59:10.663+00:00", "number": 8}', '77e25dd330955a75f99b0e9b3918a6109a52bf7777efa14f2edb7a409fd7308e');
INSERT INTO public.log VALUES (0, 9, '{"about": {"group": "ea09657e90ff8f2a7c57853e", "person": "b15d52075c779d6f03dd4ec1"}, "action": "group joined", "actor": "", "at": "2026-11-30T09:59:10.675+00:00", "number": 9}', '605f798131160a1bcdeb6d33100b2c3b5ce5f63dcbc1019ad992a0b57687d7a0');
INSERT INTO public.log VALUES (0, 10, '{"about": {"is_admin": false, "person": "e67ac37371502934f52b221d"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:10.685+00:00", "number": 10}', 'c67980f606bdb8fcb8709229de4b3c441151e77264a27349f102d2c03e0f44f9');
INSERT INTO public.log VALUES (0, 11, '{"about": {"person": "e67ac37371502934f52b221d"}, "action": "person disabled", "actor": "", "at": "2026-11-30T09:59:10.699+00:00", "number": 11}', 'b2505de8355cbf745af9449f73d7f971eb335727dc2ae016c0ff61492307fd4b');
INSERT INTO public.log VALUES (0, 12, '{"about": {"is_admin": false, "person": "8bef2b504953042c20faa5f2"}, "action": "person added", "actor": "", "at": "2026-11-30T09:59:10.702+00:00", "number": 12}', 'f1ffe0693869d06c4fa464c35d666274ceaf2673c1da92afb5c49af7f9730f33');
INSERT INTO public.log VALUES (0, 13, '{"about": {"person": "8bef2b504953042c20faa5f2"}, "action": "invitation", "actor": "", "at": "2026-11-30T09:59:10.710+00:00", "number": 13}', 'f4905bb2e4d6ec086a176ac8d995b9f8f0e5bb05f2bbffd66ee5772c20259716');
INSERT INTO public.log VALUES (1, 4, '{"about": {"branch": null, "facts": [], "link": "3c9e7863a2ec6143873af1bd", "may": "read", "sites": []}, "action": "link added", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:11.344+00:00", "number": 4}', 'f6499e736171aeeedd62a17c8a50b4426a8e27f1f7bf72874ca241100be9379a');
INSERT INTO public.log VALUES (1, 5, '{"about": {"branch": null, "facts": [], "link": "8cbae8a231058ecb99ec2c6d", "may": "read", "sites": []}, "action": "link added", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:11.348+00:00", "number": 5}', '7123dbc7b0aeae23bc53f5d87e36c1b6bf7c1908ef4ae42d4f33172f7568523a');
INSERT INTO public.log VALUES (1, 6, '{"about": {"link": "8cbae8a231058ecb99ec2c6d"}, "action": "link revoked", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:11.375+00:00", "number": 6}', '343e730129b0c3a882e2f3024faf790ac011f4603d18377bc5b1fddcb600d154');
INSERT INTO public.log VALUES (0, 14, '{"about": {"by": "password"}, "action": "signed in", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:12.126+00:00", "number": 14}', 'a8b1b200668c29cd360aabe2b13b4a3a1fdc19a0206f5c9c3f46a5e02b500085');
INSERT INTO public.log VALUES (0, 15, '{"about": {"by": "password"}, "action": "signed in", "actor": "b15d52075c779d6f03dd4ec1", "at": "2026-11-30T09:59:13.319+00:00", "number": 15}', '4ca3be50145a8b3d4fa4a538f6c1fce6b40109530b8ab2016a13c050960ebea0');
INSERT INTO public.log VALUES (1, 7, '{"about": {"facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"]}, "action": "viewed", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:13.342+00:00", "number": 7}', '8409d56a9c5c52768d89ce96a171e2dad0f4e62ac3552c11086e9ca09fb45516');
INSERT INTO public.log VALUES (1, 8, '{"about": {"thread": "f11ae08f4b58361088234f9b"}, "action": "thread begun", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:13.583+00:00", "number": 8}', '296dee958ac1d5ba1b0844d7183e727fbdd4cedac3e8a81bf678a2345fdcaaf8');
INSERT INTO public.log VALUES (1, 9, '{"about": {"facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"]}, "action": "viewed", "actor": "b15d52075c779d6f03dd4ec1", "at": "2026-11-30T09:59:13.636+00:00", "number": 9}', '6a0b1f3ab756e01a0aaa4c493b446a16578539b18f7a6369d81fa3719219bc05');
INSERT INTO public.log VALUES (1, 10, '{"about": {"thread": "fbc249622494f639405f73ad"}, "action": "thread begun", "actor": "b15d52075c779d6f03dd4ec1", "at": "2026-11-30T09:59:13.708+00:00", "number": 10}', 'b033029602bb8ec831d5f38203dfd5857a6aced20792e561000739da86a713da');
INSERT INTO public.log VALUES (1, 11, '{"about": {"after": "8da2f8361438c67dae85a64e06eed5150fe88489b6a4ebee3b5fa17f42baa99f", "before": "77806c2951cca875744606b5c3f89b7af0c3359978542d59d529e82d60851410"}, "action": "edited", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:14.391+00:00", "number": 11}', '1791c72000a9bd508f3e7b146bc409bd81afdb44aeeb6ee3ba7e0e8d39298ab4');
INSERT INTO public.log VALUES (1, 12, '{"about": {"design": "d", "round": 1}, "action": "design submitted", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:14.414+00:00", "number": 12}', 'a49e3d68f9a34da456907e94aaae5e912fd05481bb725a6514444bdebb6e2cc4');
INSERT INTO public.log VALUES (1, 14, '{"about": {"after": "5c5b863c32539a766c345ec42ff4085373359c4648b8b954faeebf04d6ebec5f", "before": "8da2f8361438c67dae85a64e06eed5150fe88489b6a4ebee3b5fa17f42baa99f"}, "action": "edited", "actor": "b15d52075c779d6f03dd4ec1", "at": "2026-11-30T09:59:14.890+00:00", "number": 14}', '6918341b6845c0368f14df6b62a5125c25f2efd91c15bb7b0c4245abcfa24f7b');
INSERT INTO public.log VALUES (0, 16, '{"about": {}, "action": "second factor set", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:15.075+00:00", "number": 16}', '5ccff51e8785fc3161a4bb9cb82a2484288c12c94587b16ee45102f62cd81abe');
INSERT INTO public.log VALUES (1, 13, '{"about": {"branches": ["baking"], "change": "c-d17dc9b1", "design": "d", "verdict": "accepted"}, "action": "change decided", "actor": "b15d52075c779d6f03dd4ec1", "at": "2026-11-30T09:59:14.791+00:00", "number": 13}', 'c4e6e653fa65fde4ae100108f27b4be27b363aee30530532e926dd58e1528529');
INSERT INTO public.log VALUES (2, 1, '{"about": {"branch": null, "facts": ["assessment", "attributes", "cost", "designs", "headcount", "holders", "measures", "private", "reasons", "rewards"], "grant": 4, "group": null, "may": "manage", "organisation": 2, "person": "441b0f87755074e6f9a32c56"}, "action": "grant added", "actor": "441b0f87755074e6f9a32c56", "at": "2026-11-30T09:59:15.128+00:00", "number": 1}', 'e616f9531e6dd56198a62835697fd4faa984c91f149dae28baf0b2901e9bb2cb');
INSERT INTO public.membership VALUES ('ea09657e90ff8f2a7c57853e', 'b15d52075c779d6f03dd4ec1', false);
INSERT INTO public.mention VALUES ('115393ed4a0ed1eddbbcad78', '441b0f87755074e6f9a32c56');
INSERT INTO public.one_time VALUES ('1c7ecc7e8caec1dfa17cfae91e90b9143cc8f7f9a6eb2db3f8b3282b845e5cad', 'invitation', '8bef2b504953042c20faa5f2', '2026-12-07 09:59:10.704027+00');
INSERT INTO public.organisation OVERRIDING SYSTEM VALUE VALUES (1, 'shop.yaml', '5c5b863c32539a766c345ec42ff4085373359c4648b8b954faeebf04d6ebec5f', 3, '2026-11-30 09:59:14.864048+00');
INSERT INTO public.organisation OVERRIDING SYSTEM VALUE VALUES (2, 'second.yaml', 'd3789a57075eec126d911ee65d8b24b3ead663d156cdf645b30e81f0d6124c4b', 1, '2026-11-30 09:59:15.100384+00');
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (1, '441b0f87755074e6f9a32c56', 'mention', 'Bea Öztürk', '/o/f426bbee0a60cccc/comments/about?about=function&part=02a50677b2c2c500', '2026-11-30 09:59:13.704049+00', '2026-11-30 09:59:13.704049+00', 0);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (2, '8451ebe3b00ce08dc1ca6254', 'review', 'Ana Ruiz', '/o/f426bbee0a60cccc/designs/787b339374a67aa7/review', '2026-11-30 09:59:14.39535+00', '2026-11-30 09:59:14.39535+00', 0);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (3, 'b15d52075c779d6f03dd4ec1', 'review', 'Ana Ruiz', '/o/f426bbee0a60cccc/designs/787b339374a67aa7/review', '2026-11-30 09:59:14.39535+00', '2026-11-30 09:59:14.39535+00', 0);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (4, '441b0f87755074e6f9a32c56', 'decided', 'Bea Öztürk', '/o/f426bbee0a60cccc/designs/787b339374a67aa7/review', '2026-11-30 09:59:14.758958+00', '2026-11-30 09:59:14.758958+00', 0);
INSERT INTO public.person VALUES ('8451ebe3b00ce08dc1ca6254', 'ada@example.com', 'Ada Lovelace', true, NULL, NULL, NULL, '2026-11-30 09:59:08.911293+00', NULL);
INSERT INTO public.person VALUES ('441b0f87755074e6f9a32c56', 'ana@example.com', 'Ana Ruiz', false, '$argon2id$v=19$m=65536,t=3,p=4$l1ptIcp1QAFtt3yLsxIUZg$OFly1jbOXz9MUzzzTFsJNEz4jg1ONUZ7TBhvrxxZBuc', NULL, NULL, '2026-11-30 09:59:08.999274+00', NULL);
INSERT INTO public.person VALUES ('b15d52075c779d6f03dd4ec1', 'bea@example.com', 'Bea Öztürk', false, '$argon2id$v=19$m=65536,t=3,p=4$1A20w9ymdooU2rrAa46BIg$iD7qkDbSoULx6dZ58jDLpjQqWG0w+9kAriZtzUMir0I', NULL, NULL, '2026-11-30 09:59:09.087811+00', NULL);
INSERT INTO public.person VALUES ('e67ac37371502934f52b221d', 'cem@example.com', 'Cem', false, NULL, NULL, NULL, '2026-11-30 09:59:09.931361+00', '2026-11-30 09:59:10.685759+00');
INSERT INTO public.person VALUES ('8bef2b504953042c20faa5f2', 'dan@example.com', 'Dan', false, NULL, NULL, NULL, '2026-11-30 09:59:09.931361+00', NULL);
INSERT INTO public.person_group VALUES ('ea09657e90ff8f2a7c57853e', 'Bakers');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '64f3c79d90b1e1fd8410bad5c6629924729b7a95a163866520d89ab9f277732e');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '49166a9a1ae04f9d07cfef0e681ad918054a3c41d88d830ad668f7b919754d1a');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '92d0bd69bb8280f4585707604fd6651665e7341a4c2c8ce4d85e5821682e1f9c');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', 'e9620994a65bdc4d19d3c2352774075d350a47da618b1a5bc4a74b9ace136714');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '0ae194de558f07a3dc6ed1e3cb9e0aba8cf5a1c690ed0cb7fcba0e07c76b706e');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '6f878068962074025366503cac0afea5f9063b79a4213c7a41d197255033fa2d');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '89f99e0b43ba70d6d80e7ee27ca945c1be43b5cb3daec40f5dddb81f5bd5ddcb');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '3dc523c86c7fc3f3b3280d9ca6aa3f8e906f11b038b225f6003ed7601ad6b339');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '014931e494b8493097ac1d3b013bfb00c55e6abf7aada8af8f18edbcbcefebc3');
INSERT INTO public.recovery_code VALUES ('441b0f87755074e6f9a32c56', '93dbca907d680e64f77e487f942149726380d6ea83b2cf732377902026e4519d');
INSERT INTO public.review VALUES ('7155d8e74d3d419284050c4f', 1, 'd', 1, 'submitted', 2, '441b0f87755074e6f9a32c56', 'Ana Ruiz', '2026-11-30 09:59:14.39535+00', NULL);
INSERT INTO public.review_decision VALUES ('7155d8e74d3d419284050c4f', 'c-d17dc9b1', 'baking', 'accepted', 'Stone bakes better', 'b15d52075c779d6f03dd4ec1', 'Bea Öztürk', '2026-11-30 09:59:14.776831+00');
INSERT INTO public.second_factor VALUES ('441b0f87755074e6f9a32c56', '\x674141414141427244556a796c50574b654e71437964446a637345437149415835397851646353526d6e32494d694e4e736d6475446650713035424850362d792d576942344b4a334b436d6d735649576c794d4f4a49537a697a6a784f595371587130637977536c645a6a463335764772466a475f7745434b707162436666427931766142463049482d3556', '2026-11-30 09:59:15.048615+00', 59867758);
INSERT INTO public.sign_in VALUES ('c5400da01334df0a36fc693b3396b5a326272016d679e4a0877e422c45c78f96', '441b0f87755074e6f9a32c56', '2026-11-30 09:59:11.389697+00', '2026-11-30 09:59:11.389697+00', NULL, NULL, 'Werkzeug/3.1.9', NULL);
INSERT INTO public.sign_in VALUES ('87dce6e0fb3301727825940d46db68dd633ce342b1b97d335f09dec4c3eb42d0', 'b15d52075c779d6f03dd4ec1', '2026-11-30 09:59:12.138438+00', '2026-11-30 09:59:12.138438+00', NULL, NULL, 'Werkzeug/3.1.9', NULL);
INSERT INTO public.thread VALUES ('f11ae08f4b58361088234f9b', 1, 'function', 'till', '', '', '2026-11-30 09:59:13.579534+00', '2026-11-30 09:59:13.595213+00', NULL, NULL);
INSERT INTO public.thread VALUES ('fbc249622494f639405f73ad', 1, 'function', 'ovens', '', '', '2026-11-30 09:59:13.704049+00', '2026-11-30 09:59:13.710013+00', NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (1, 1, 1, '2026-11-30 09:59:08.955212+00', '8451ebe3b00ce08dc1ca6254', 'Ada Lovelace', 'Begun', '77806c2951cca875744606b5c3f89b7af0c3359978542d59d529e82d60851410', 471, NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (2, 1, 2, '2026-11-30 09:59:14.38315+00', '441b0f87755074e6f9a32c56', 'Ana Ruiz', 'Submitted for review: Counter first', '8da2f8361438c67dae85a64e06eed5150fe88489b6a4ebee3b5fa17f42baa99f', 600, NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (3, 1, 3, '2026-11-30 09:59:14.88337+00', 'b15d52075c779d6f03dd4ec1', 'Bea Öztürk', 'Accepted: Ovens is now called Big ovens', '5c5b863c32539a766c345ec42ff4085373359c4648b8b954faeebf04d6ebec5f', 662, NULL, NULL);
INSERT INTO public.version OVERRIDING SYSTEM VALUE VALUES (4, 2, 1, '2026-11-30 09:59:15.10161+00', '441b0f87755074e6f9a32c56', 'Ana Ruiz', 'Begun elsewhere', 'd3789a57075eec126d911ee65d8b24b3ead663d156cdf645b30e81f0d6124c4b', 88, NULL, NULL);
SELECT pg_catalog.setval('public.access_grant_id_seq', 4, true);
SELECT pg_catalog.setval('public.organisation_id_seq', 2, true);
SELECT pg_catalog.setval('public.outbox_id_seq', 4, true);
SELECT pg_catalog.setval('public.version_id_seq', 4, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT pk_access_grant PRIMARY KEY (id);
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT pk_comment PRIMARY KEY (id);
ALTER TABLE ONLY public.content
    ADD CONSTRAINT pk_content PRIMARY KEY (digest);
ALTER TABLE ONLY public.link
    ADD CONSTRAINT pk_link PRIMARY KEY (id);
ALTER TABLE ONLY public.link_visit
    ADD CONSTRAINT pk_link_visit PRIMARY KEY (digest);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT pk_log PRIMARY KEY (chain, number);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT pk_membership PRIMARY KEY ("group", person);
ALTER TABLE ONLY public.mention
    ADD CONSTRAINT pk_mention PRIMARY KEY (comment, person);
ALTER TABLE ONLY public.one_time
    ADD CONSTRAINT pk_one_time PRIMARY KEY (digest);
ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT pk_organisation PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT pk_outbox PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.person_group
    ADD CONSTRAINT pk_person_group PRIMARY KEY (id);
ALTER TABLE ONLY public.presence
    ADD CONSTRAINT pk_presence PRIMARY KEY (page);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT pk_recovery_code PRIMARY KEY (person, digest);
ALTER TABLE ONLY public.review
    ADD CONSTRAINT pk_review PRIMARY KEY (id);
ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT pk_review_decision PRIMARY KEY (review, change, branch);
ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT pk_second_factor PRIMARY KEY (person);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT pk_sign_in PRIMARY KEY (digest);
ALTER TABLE ONLY public.thread
    ADD CONSTRAINT pk_thread PRIMARY KEY (id);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT pk_version PRIMARY KEY (id);
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT uq_comment_submission UNIQUE (submission);
ALTER TABLE ONLY public.link
    ADD CONSTRAINT uq_link_digest UNIQUE (digest);
ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT uq_organisation_name UNIQUE (name);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_email UNIQUE (email);
ALTER TABLE ONLY public.person_group
    ADD CONSTRAINT uq_person_group_name UNIQUE (name);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_issuer UNIQUE (issuer, subject);
ALTER TABLE ONLY public.review
    ADD CONSTRAINT uq_review_organisation UNIQUE (organisation, design, round);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT uq_version_organisation UNIQUE (organisation, number);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT uq_version_submission UNIQUE (organisation, submission);
CREATE INDEX ix_access_grant_organisation ON public.access_grant USING btree (organisation);
CREATE INDEX ix_access_grant_person ON public.access_grant USING btree (person);
CREATE INDEX ix_attempt_key ON public.attempt USING btree (key, at);
CREATE INDEX ix_comment_thread ON public.comment USING btree (thread, created_at);
CREATE INDEX ix_link_organisation ON public.link USING btree (organisation);
CREATE INDEX ix_membership_person ON public.membership USING btree (person);
CREATE INDEX ix_mention_person ON public.mention USING btree (person);
CREATE INDEX ix_one_time_person ON public.one_time USING btree (person);
CREATE INDEX ix_outbox_due_at ON public.outbox USING btree (due_at);
CREATE INDEX ix_presence_organisation ON public.presence USING btree (organisation);
CREATE INDEX ix_presence_process ON public.presence USING btree (process);
CREATE INDEX ix_review_organisation ON public.review USING btree (organisation, status);
CREATE INDEX ix_sign_in_person ON public.sign_in USING btree (person);
CREATE INDEX ix_thread_organisation ON public.thread USING btree (organisation, kind, part);
CREATE INDEX ix_version_author ON public.version USING btree (organisation, author, id);
CREATE TRIGGER log_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log FOR EACH STATEMENT EXECUTE FUNCTION public.log_is_only_added_to();
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT fk_access_grant_group FOREIGN KEY ("group") REFERENCES public.person_group(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT fk_access_grant_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.access_grant
    ADD CONSTRAINT fk_access_grant_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT fk_comment_thread FOREIGN KEY (thread) REFERENCES public.thread(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.link
    ADD CONSTRAINT fk_link_created_by FOREIGN KEY (created_by) REFERENCES public.person(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.link
    ADD CONSTRAINT fk_link_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.link_visit
    ADD CONSTRAINT fk_link_visit_link FOREIGN KEY (link) REFERENCES public.link(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_group FOREIGN KEY ("group") REFERENCES public.person_group(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mention
    ADD CONSTRAINT fk_mention_comment FOREIGN KEY (comment) REFERENCES public.comment(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mention
    ADD CONSTRAINT fk_mention_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.one_time
    ADD CONSTRAINT fk_one_time_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT fk_outbox_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.presence
    ADD CONSTRAINT fk_presence_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT fk_recovery_code_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.review_decision
    ADD CONSTRAINT fk_review_decision_review FOREIGN KEY (review) REFERENCES public.review(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT fk_second_factor_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT fk_sign_in_person FOREIGN KEY (person) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.thread
    ADD CONSTRAINT fk_thread_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_digest FOREIGN KEY (digest) REFERENCES public.content(digest);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_organisation FOREIGN KEY (organisation) REFERENCES public.organisation(id);
ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_takes_back FOREIGN KEY (takes_back) REFERENCES public.version(id);
