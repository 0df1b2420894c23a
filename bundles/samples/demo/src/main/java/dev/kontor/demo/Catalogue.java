package dev.kontor.demo;

import dev.kontor.api.form.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom the demo company sells to, and what. Names and numbers are made up. */
final class Catalogue {

    /** @param limit credit limit in CNY; empty: none is given */
    record Buyer(String name, String creditCode, String address, String contact, String phone, String limit) {

        Map<String, Object> typed() {
            Map<String, Object> typed = new HashMap<>(Map.of("name", name, "credit-code", creditCode, "country", "CN",
                    "address", address, "invoicing", address + " " + phone));
            typed.put("contacts", List.of(new Values(Map.of("name", contact, "phone", phone))));
            return typed;
        }
    }

    record Machine(String model, String name, String unit, String price, String parameters) {

        Map<String, Object> typed() {
            return Map.of("model", model, "name", name, "unit", unit, "price", price, "currency", "CNY", "parameters", rows());
        }

        private List<Values> rows() {
            return List.of(parameters.split("; ")).stream().map(Machine::row).toList();
        }

        private static Values row(String parameter) {
            String[] parts = parameter.split("[= ]");
            return new Values(parts.length > 2
                    ? Map.of("name", parts[0], "value", parts[1], "unit", parts[2])
                    : Map.of("name", parts[0], "value", parts[1]));
        }
    }

    static final List<Buyer> BUYERS = List.of(
            new Buyer("宁波甬江注塑机械有限公司", "91330200MA2AX0001B", "宁波市北仑区凤洋一路 88 号", "王建国", "0574-86180001", "8000000"),
            new Buyer("苏州金鸡湖精密模具有限公司", "91320594MA1MX00025", "苏州工业园区星湖街 218 号", "陈雪梅", "0512-62950002", "5000000"),
            new Buyer("佛山顺德家电配件有限公司", "91440606MA4UX00030", "佛山市顺德区容桂大道 56 号", "何志强", "0757-28380003", "5000000"),
            new Buyer("沈阳铁西重型泵业有限公司", "91210106MA0PX0004C", "沈阳市铁西区开发大路 12 号", "刘长林", "024-25870004", "6000000"),
            new Buyer("重庆两江汽车零部件有限公司", "91500000MA5UX0005W", "重庆市渝北区金渝大道 99 号", "周敏", "023-67380005", "9000000"),
            new Buyer("西安航空基地机电有限公司", "91610137MA6TX00067", "西安市阎良区蓝天路 5 号", "赵文博", "029-86850006", "4000000"),
            new Buyer("青岛胶州轨道装备有限公司", "91370281MA3CX00074", "青岛市胶州市滨州路 301 号", "孙丽", "0532-82280007", "4000000"),
            new Buyer("长沙星沙工程机械配套有限公司", "91430121MA4LX00086", "长沙县星沙街道东六路 77 号", "李向阳", "0731-84010008", "3000000"),
            new Buyer("无锡太湖电梯部件有限公司", "91320200MA1NX0009Q", "无锡市新吴区长江路 66 号", "钱秋林", "0510-85210009", "5000000"),
            new Buyer("武汉光谷激光装备有限公司", "91420100MA4KX0010A", "武汉市东湖新技术开发区高新大道 8 号", "黄伟", "027-87670010", "4000000"),
            new Buyer("常州武进传动机械有限公司", "91320412MA1PX0011A", "常州市武进区常武中路 18 号", "吴建平", "0519-86310011", "3000000"),
            new Buyer("厦门海沧精密铸造有限公司", "91350205MA2YX0012K", "厦门市海沧区新阳路 21 号", "林美华", "0592-65380012", "3000000"),
            new Buyer("郑州经开矿山机械有限公司", "91410100MA9FX00134", "郑州市经济技术开发区航海东路 1 号", "郭永刚", "0371-66780013", "4000000"));

    static final List<Machine> MACHINES = List.of(
            new Machine("VMC-850", "立式加工中心", "台", "385000", "X轴行程=850 mm; 主轴转速=12000 rpm; 刀库容量=24 把"),
            new Machine("HMC-630", "卧式加工中心", "台", "1280000", "工作台=630 mm; 主轴转速=8000 rpm; 托盘数=2 个"),
            new Machine("CK-6150", "数控车床", "台", "168000", "最大回转直径=500 mm; 主轴转速=2200 rpm; 刀位=8 位"),
            new Machine("SM-380T", "伺服注塑机", "台", "298000", "锁模力=380 t; 射胶量=1200 g; 开模行程=660 mm"),
            new Machine("GM-2500", "龙门铣床", "台", "1960000", "工作台长度=2500 mm; 龙门宽度=1600 mm; 主轴功率=30 kW"),
            new Machine("LC-3015F", "光纤激光切割机", "台", "560000", "激光功率=6 kW; 加工幅面=3000 mm; 定位精度=0.03 mm"));

    private Catalogue() {}
}
