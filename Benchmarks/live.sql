-- The live summary of a town as one program could ask for it: what exists, what counted, who is covered.
SELECT o.code, o.name, o.kind FROM organization o
WHERE o.code >= :scope AND o.code < :end AND o.kind <> '乡镇党委'
    AND (o.founded_on IS NULL OR o.founded_on <= :day) AND (o.dissolved_on IS NULL OR o.dissolved_on > :day)
ORDER BY o.code;
SELECT o.code, a.kind, CAST(substr(a.counted_on, 6, 2) AS INTEGER), count(*)
FROM organization o CROSS JOIN activity a
WHERE o.code >= :scope AND o.code < :end AND o.kind <> '乡镇党委' AND a.organization = o.code
    AND a.kind IN ('专题调研', '主题活动', '主题党日', '培养积极分子', '合理化建议', '安全隐患', '矛盾纠纷', '办实事')
    AND a.counted_on BETWEEN :first AND :day
GROUP BY 1, 2, 3;
SELECT h.village, count(*),
    sum(EXISTS (SELECT 1 FROM pairing p JOIN person s ON s.id = p.person
        WHERE p.household = h.id AND p.started_on <= :day AND (p.ended_on IS NULL OR p.ended_on > :day)
            AND coalesce(p.end_reason, '') <> '录入有误' AND (s.arrived_on IS NULL OR s.arrived_on <= :day)
            AND (s.left_on IS NULL OR s.left_on > :day))),
    sum(EXISTS (SELECT 1 FROM activity v
        WHERE v.household = h.id AND v.kind = '帮扶走访' AND v.counted_on BETWEEN :month AND :day))
FROM household h
WHERE h.village >= :scope AND h.village < :end AND h.identified_on <= :day
    AND (h.closed_on IS NULL OR h.closed_on > :day)
    AND (h.lifted_on IS NULL OR h.lifted_on > :day OR (h.returned_on > h.lifted_on AND h.returned_on <= :day))
GROUP BY h.village;
SELECT m.organization, count(*),
    sum(EXISTS (SELECT 1 FROM pairing p JOIN household k ON k.id = p.household
        WHERE p.person = m.id AND p.started_on <= :day AND (p.ended_on IS NULL OR p.ended_on > :day)
            AND coalesce(p.end_reason, '') <> '录入有误' AND k.identified_on <= :day
            AND (k.closed_on IS NULL OR k.closed_on > :day)))
FROM person m
WHERE m.organization >= :scope AND m.organization < :end AND m.category IN ('正式党员', '预备党员')
    AND m.exemption = '' AND (m.arrived_on IS NULL OR m.arrived_on <= :day) AND (m.left_on IS NULL OR m.left_on > :day)
GROUP BY m.organization;
SELECT c.organization, count(*), sum(c.households_led) FROM cooperative c
WHERE c.organization >= :scope AND c.organization < :end GROUP BY 1;
