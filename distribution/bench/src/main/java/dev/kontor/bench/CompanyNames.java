package dev.kontor.bench;

import java.util.List;

/** Names of companies as they are in China: a place, a name, a trade, a form. 9,982 different ones. */
final class CompanyNames {

    /** In one name alone. */
    static final String RARE = "麒麟阁";
    /** In four of seven. */
    static final String FREQUENT = "机械";
    /** In one of twenty-three. */
    static final String PLACE = "苏州";

    private static final List<String> PLACES = List.of(
            PLACE, "无锡", "常州", "南通", "宁波", "温州", "台州", "杭州", "青岛", "烟台", "济南", "沈阳", "大连", "武汉", "长沙", "佛山", "东莞",
            "厦门", "成都", "重庆", "西安", "郑州", "合肥");
    private static final List<String> NAMES = List.of(
            "恒远", "华峰", "金泰", "永盛", "鸿达", "瑞丰", "东升", "长江", "新力", "万通", "中天", "宏图", "佳和", "盛世", "振兴", "光明", "天工",
            "精诚", "博大", "安泰", "三和", "百川", "启航", "龙腾", "海纳", "正大", "神州", "巨力", "双龙", "顺达", "昌隆");
    private static final List<String> TRADES =
            List.of("精密机械", "工程机械", "纺织机械", "包装机械", "数控设备", "汽车零部件", "航空科技");
    private static final List<String> FORMS = List.of("有限公司", "股份有限公司");

    private CompanyNames() {}

    /** @param number from 0; the first is the rare one */
    static String of(int number) {
        return of(number, PLACES) + (number == 0 ? RARE : of(number, NAMES)) + of(number, TRADES) + of(number, FORMS);
    }

    private static String of(int number, List<String> parts) {
        return parts.get(number % parts.size());
    }
}
